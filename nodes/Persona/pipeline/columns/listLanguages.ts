/**
 * Headers in other languages for the columns of lists.
 *
 * Source of addresses and telephones: Roundcube's `program/localization/<language>/csv2vcard.inc` and `labels.inc` (see
 * `languages.ts`); of documents: the forms of passports and identity cards (ISO/IEC 7501); of places: the names of latitude,
 * longitude and radius in CLDR's and ISO 6709's languages.
 */
export const LIST_NAMES_IN_OTHER_LANGUAGES = {
	emailAddress: [
		...['correo', 'correo electronico', 'direccion de correo electronico', 'direccion de correo'],
		...['adresse e mail', 'adresse de messagerie', 'adresse electronique', 'courriel'],
		...['e mail adresse', 'mailadresse', 'correio eletronico', 'endereco de e mail'],
		...['indirizzo e mail', 'indirizzo di posta elettronica', 'posta elettronica', 'e mailadres'],
		...['adres e mail', 'e postadress', 'e post', 'mejladress'],
	],
	domain: ['dominio', 'domaine', 'domane', 'domein', 'domena', 'doman'],
	latitude: [
		'latitud',
		'breitengrad',
		'geografische breite',
		'latitudine',
		'breedtegraad',
		'breddegrad',
	],
	longitude: [
		...['longitud', 'langengrad', 'geografische lange', 'longitudine', 'lengtegraad', 'langdgrad'],
		'lengdegrad',
	],
	radius: ['radio', 'rayon', 'umkreis', 'raio', 'raggio', 'straal', 'promien'],
	idNumber: [
		...['numero de documento', 'numero de pasaporte', 'pasaporte', 'numero de identificacion'],
		...['numero de passeport', 'passeport', 'numero de document', "numero de piece d'identite"],
		...['reisepassnummer', 'passnummer', 'reisepass', 'ausweisnummer', 'dokumentnummer'],
		...['fuhrerscheinnummer', 'numero do documento', 'numero do passaporte', 'passaporte'],
		...['numero passaporto', 'numero di passaporto', 'passaporto', 'numero documento'],
		...['paspoortnummer', 'paspoort', 'documentnummer', 'numer paszportu', 'numer dokumentu'],
	],
	idClass: [
		...[
			'tipo de documento',
			'clase de documento',
			'type de document',
			'dokumenttyp',
			'dokumentart',
		],
		...['ausweisart', 'tipo documento', 'tipo di documento', 'documenttype', 'typ dokumentu'],
	],
	ipAddress: [
		...['direccion ip', 'adresse ip', 'ip adresse', 'endereco ip', 'indirizzo ip', 'ip adres'],
		...['adres ip', 'ip adress'],
	],
	phoneNumber: [
		...['telefono', 'numero de telefono', 'telefono movil', 'movil', 'celular', 'telefono celular'],
		...['numero de telephone', 'tel mobile', 'portable', 'telephone mobile', 'telephone portable'],
		...[
			'telefon',
			'telefonnummer',
			'mobiltelefon',
			'handy',
			'handynummer',
			'mobilnummer',
			'rufnummer',
		],
		...['telefone', 'numero de telefone', 'telemovel', 'numero di telefono', 'telefono cellulare'],
		...[
			'cellulare',
			'numero cellulare',
			'telefoon',
			'telefoonnummer',
			'mobiele telefoon',
			'mobiel',
		],
		...['mobiel nummer', 'numer telefonu', 'telefon komorkowy', 'mobil'],
	],
} as const satisfies Record<string, readonly string[]>;
