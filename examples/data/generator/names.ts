/** Given and family names by script or language. The people are invented: names are combined by chance. */
export interface NamePool {
	country: string;
	/** How often it is drawn, relative to the others. */
	weight: number;
	first: string[];
	middle: string[];
	last: string[];
}

const words = (text: string) => text.split(' ');

export const namePools: NamePool[] = [
	{
		country: 'United States',
		weight: 9,
		first: words('Avery Jordan Riley Morgan Peyton Wesley Harper Mabel Otis Ruth Dwight Opal Ezra'),
		middle: words('J. Lee Marie Ann T. Grace Ray M.'),
		last: words(
			'Whitfield Castellane Brooks Pemberton Oakes Langley Tolliver Ashdown Merriweather',
		),
	},
	{
		country: 'Ireland',
		weight: 3,
		first: words('Siobhán Niamh Pádraig Aoife Seán Róisín Ciarán'),
		middle: words('Áine Óisín'),
		last: ["O'Brannagh", "O'Dunleavy", 'Ó Ceallacháin', "D'Alton", 'Mac Giolla'],
	},
	{
		country: 'Spain',
		weight: 5,
		first: words('Íñigo Begoña José Lucía Andrés Nuria Ángel Concepción'),
		middle: ['María', 'de los Ángeles', 'Jesús'],
		last: ['Núñez Ibarra', 'de la Peña', 'Muñoz y Salazar', 'Castañeda', 'Gutiérrez-Solís'],
	},
	{
		country: 'Portugal',
		weight: 2,
		first: words('João Inês Conceição Tomás'),
		middle: words('Simão Luísa'),
		last: ['Guimarães', 'dos Santos Leitão', 'Magalhães'],
	},
	{
		country: 'France',
		weight: 4,
		first: words('Zoé Chloé François Noël Jean-Loïc Aurélie Hélène'),
		middle: words('Benoît Élise'),
		last: ["L'Hermitte", 'Lefèvre-Garçon', 'de La Rochebrune', 'Çelik-Moreau', "d'Aubigné"],
	},
	{
		country: 'Germany',
		weight: 4,
		first: words('Jürgen Käthe Björn Annegret Sören Ötzmar Gisela'),
		middle: words('Günther Uwe'),
		last: ['Weißmüller', 'von der Höhe', 'Strauß', 'Kräuter', 'Köhler-Brückmann'],
	},
	{
		country: 'Norway',
		weight: 2,
		first: words('Åse Øyvind Bjørg Håkon'),
		middle: words('Sæther Mæhle'),
		last: words('Åkerblom Fjørtoft Skjærvik Lødøen'),
	},
	{
		country: 'Poland',
		weight: 3,
		first: words('Łukasz Małgorzata Zdzisław Wojciech Świętosława'),
		middle: words('Józef Ewa'),
		last: words('Żółkiewska Wąsik Brzęczyszczykiewicz Łęcki'),
	},
	{
		country: 'Czechia',
		weight: 2,
		first: words('Jiří Růžena Ondřej Žaneta'),
		middle: [],
		last: words('Dvořáčková Šťastný Ďurica'),
	},
	{
		country: 'Türkiye',
		weight: 2,
		first: words('İpek Şükrü Çağla Işıl'),
		middle: words('Gül'),
		last: words('Yıldızoğlu Öztürkmen Iğdır'),
	},
	{
		country: 'Viet Nam',
		weight: 3,
		first: words('Thảo Đức Hương Quỳnh Nghĩa'),
		middle: ['Thị', 'Văn', 'Ngọc'],
		last: words('Nguyễn Trần Phạm Đặng'),
	},
	{
		country: 'China',
		weight: 4,
		first: words('伟 秀英 晓明 雪梅 子轩'),
		middle: [],
		last: words('欧阳 王 李 𠮷田 诸葛'),
	},
	{
		country: 'Japan',
		weight: 4,
		first: words('さくら 翔太 美咲 ケンジ 陽葵'),
		middle: [],
		last: words('髙橋 佐々木 渡邊 小野寺'),
	},
	{
		country: 'Korea',
		weight: 3,
		first: words('서연 민준 지우 하윤'),
		middle: [],
		last: words('김 박 남궁 황보'),
	},
	{
		country: 'Egypt',
		weight: 4,
		first: ['محمد', 'فاطمة', 'عبد الرحمن', 'نور', 'آية'],
		middle: ['علي', 'حسن'],
		last: ['الشريف', 'بن سليمان', 'المصري', 'أبو زيد'],
	},
	{
		country: 'Israel',
		weight: 2,
		first: ['נועה', 'איתי', 'תמר'],
		middle: [],
		last: ['בן־דוד', 'לוי', 'אלמוג'],
	},
	{
		country: 'Ukraine',
		weight: 3,
		first: words('Оксана Тарас Дмитро Соломія'),
		middle: words('Іванівна Петрович'),
		last: ['Коваленко', "Дем'янчук", 'Шевчук-Їжакевич'],
	},
	{
		country: 'Greece',
		weight: 2,
		first: words('Ελένη Γιώργος Άννα'),
		middle: [],
		last: words('Παπαδόπουλος Χατζηγεωργίου'),
	},
	{
		country: 'India',
		weight: 2,
		first: words('प्रिया अर्जुन दीपिका'),
		middle: words('कुमार'),
		last: words('शर्मा सिंह मिश्रा'),
	},
	{
		country: 'India',
		weight: 2,
		first: words('லட்சுமி கார்த்திக்'),
		middle: [],
		last: words('சுப்பிரமணியன் முருகேசன்'),
	},
	{
		country: 'Thailand',
		weight: 1,
		first: words('สมชาย กานต์ธิดา'),
		middle: [],
		last: words('ศรีสุวรรณ'),
	},
];
