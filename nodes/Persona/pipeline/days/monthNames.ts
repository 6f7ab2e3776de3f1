/** Accents, case and dots make no difference to a name of a month. */
export function foldWord(word: string): string {
	return word
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');
}

/**
 * Months from January on, long and short, alone and inside a date, folded. Source: Unicode CLDR 44, the languages Czech,
 * Danish, Dutch, English, Finnish, French, German, Hungarian, Italian, Norwegian, Polish, Portuguese, Romanian, Russian,
 * Spanish, Swedish, Turkish. What is another month in another language is left out, such as the Polish and Croatian listopad.
 */
const MONTHS = [
	'january jan enero ene janvier janv januar janeiro gennaio gen januari tammikuu tammikuuta tammi styczen stycznia sty leden ledna led ocak oca ianuarie ian январь января янв janner',
	'february feb febrero fevrier fevr februar fevereiro fev febbraio februari helmikuu helmikuuta helmi luty lutego unor unora uno subat sub febr februarie февраль февраля февр',
	'march mar marzo mars marz marco maart mrt marts maaliskuu maaliskuuta maalis marzec marca brezen brezna bre mart marcius marc martie март марта мар mrz',
	'april apr abril abr avril avr aprile huhtikuu huhtikuuta huhti kwiecien kwietnia kwi duben dubna dub nisan nis aprilis aprilie апрель апреля апр',
	'may mayo mai maio maggio mag mei maj toukokuu toukokuuta touko maja kveten kvetna kve mayıs majus маи мая',
	'june jun junio juin juni junho giugno giu kesakuu kesakuuta kesa czerwiec czerwca cze cerven cervna cvn haziran haz junius iunie iun июнь июня июн',
	'july jul julio juillet juil juli julho luglio lug heinakuu heinakuuta heina lipiec lipca cervenec cervence cvc temmuz tem julius iulie iul июль июля июл',
	'august aug agosto ago aout augustus augusti elokuu elokuuta elo sierpien sierpnia sie srpen srpna agustos agu augusztus август августа авг',
	'september sep septiembre sept septembre setembro set settembre syyskuu syyskuuta syys wrzesien wrzesnia wrz zari zar eylul eyl szeptember szept septembrie setiembre сентябрь сентября сент',
	'october oct octubre octobre oktober okt outubro out ottobre ott lokakuu lokakuuta loka pazdziernik pazdziernika paz rijen rijna rij ekim eki octombrie октябрь октября окт',
	'november nov noviembre novembre novembro marraskuu marraskuuta marras listopadu kasım kas noiembrie ноябрь ноября нояб',
	'december dec diciembre dic decembre dezember dez dezembro dicembre desember des joulukuu joulukuuta joulu grudzien grudnia gru prosinec prosince pro aralık ara decembrie декабрь декабря дек',
];

const MONTH_OF: ReadonlyMap<string, number> = new Map(
	MONTHS.flatMap((names, index) =>
		names.split(' ').map((name) => [name.normalize('NFKD'), index + 1] as const),
	),
);

/** The days of the week in the same languages and from the same source. */
const WEEKDAYS: ReadonlySet<string> = new Set(
	(
		'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
		'lunes lun martes mar miercoles mie jueves jue viernes vie sabado sab domingo dom lundi mardi mercredi mer jeudi jeu ' +
		'vendredi ven samedi sam dimanche dim montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa ' +
		'sonntag so segundafeira seg tercafeira ter quartafeira qua quintafeira qui sextafeira sex lunedi martedi mercoledi ' +
		'giovedi gio venerdi sabato domenica maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo mandag ' +
		'man tisdag tis onsdag ons torsdag tors fredag fre lordag lor sondag son tirsdag tirs lørdag lør søndag søn tir tor ' +
		'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai poniedziałek wtorek sroda czwartek piatek sobota ' +
		'niedziela pondeli utery streda ctvrtek patek nedele pazartesi salı carsamba persembe cuma cumartesi pazar hetfo kedd ' +
		'szerda csutortok pentek szombat vasarnap luni marti miercuri joi vineri sambata duminica ' +
		'понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс'
	).split(' '),
);

/**
 * The number of a month from 1, or undefined for a word that names none.
 *
 * @param word in any case, with or without accents
 */
export function monthOf(word: string): number | undefined {
	return MONTH_OF.get(foldWord(word));
}

/** Whether a word names a day of the week. */
export function isWeekday(word: string): boolean {
	return WEEKDAYS.has(foldWord(word));
}

const ENGLISH = MONTHS.map((names) => names.slice(0, names.indexOf(' ')));

/**
 * Text with the names of months in English, for a parser that knows no other language.
 *
 * @param isLong whether the parser wants the whole name or three letters
 */
export function inEnglish(text: string, isLong: boolean): string {
	return text.normalize('NFC').replace(/\p{L}+\.?/gu, (word) => {
		const month = monthOf(word);
		const name = month === undefined ? word : ENGLISH[month - 1]!;
		return month === undefined || isLong ? name : name.slice(0, 3);
	});
}
