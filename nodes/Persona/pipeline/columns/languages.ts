/**
 * Headers in other languages for the columns of accounts.
 *
 * Source of names, birthdays and categories: the localised headers of Outlook and Thunderbird in Roundcube's
 * `program/localization/<language>/csv2vcard.inc` (de_DE, es_ES, fr_FR, it_IT, pl_PL, pt_BR), and `firstname`, `middlename`,
 * `surname` and `birthday` in its `labels.inc` (those and nl_NL, sv_SE, da_DK, nb_NO). Birth dates as well from the forms of
 * passports and identity cards (ISO/IEC 7501, Council Regulation (EC) 2252/2004). IDs are the words for customer, contact,
 * user and employee with number, code and ID. The words for SSN are those of the Social Security Administration's Spanish
 * pages and translations of it; in Europe they stand for other numbers, so their values have to have nine digits.
 *
 * Left out, because they mean something else in another language or to other people: `apelido` (surname in Portugal, nickname
 * in Brazil), `aniversário` (birthday and anniversary), `matrícula` (personnel number and number plate), `BSN` and
 * `sofinummer` (Dutch, nine digits as well), `NAS` (Canadian, nine digits as well), `tussenvoegsel` (part of a last name),
 * `segundo apellido` (part of one, too), `nom de jeune fille`, `nom d'usage` and other maiden and married names.
 */
export const NAMES_IN_OTHER_LANGUAGES = {
	externalId: [
		'id externo',
		'identifiant externe',
		'id externe',
		'externe id',
		'extern id',
		'id esterno',
	],
	recordId: [
		...['id de cliente', 'id cliente', 'numero de cliente', 'codigo de cliente', 'codigo cliente'],
		...['id de contacto', 'id contacto', 'id de usuario', 'id usuario', 'id de persona'],
		...['id de empleado', 'numero de empleado', 'identificador'],
		...[
			'id client',
			'id du client',
			'identifiant client',
			'identifiant du client',
			'numero client',
		],
		...['numero de client', 'code client', 'id contact', 'id utilisateur', 'identifiant'],
		...['matricule', 'numero employe', "numero d'employe", "numero d'adherent"],
		...['n° client', 'n° de client', 'n° adhérent', "n° d'adhérent", 'n° employé', 'nº cliente'],
		...['nº de cliente', 'nº do cliente', 'n. cliente'],
		...['kunden id', 'kundennummer', 'kunden nr', 'kontakt id', 'kontaktnummer', 'benutzer id'],
		...['nutzer id', 'personen id', 'personalnummer', 'personal nr', 'mitarbeiter id'],
		...['mitarbeiternummer', 'mitgliedsnummer', 'mitglieds id', 'patientennummer'],
		...[
			'id do cliente',
			'codigo do cliente',
			'numero do cliente',
			'id do contato',
			'id do contacto',
		],
		...['id do usuario', 'id do utilizador', 'id da pessoa', 'id do funcionario'],
		...['codice cliente', 'numero cliente', 'id contatto', 'id utente', 'id persona'],
		...['codice utente', 'matricola', 'id dipendente', 'identificativo'],
		...['klant id', 'klantnummer', 'klantcode', 'contactpersoon id', 'gebruikers id', 'lidnummer'],
		...['persoons id', 'personeelsnummer', 'medewerkernummer', 'medewerker id'],
		...['id klienta', 'numer klienta', 'id kontaktu', 'id osoby', 'numer pracownika'],
		...['kund id', 'kundnummer', 'medlemsnummer', 'anstallningsnummer'],
		...['kunde id', 'kundenummer', 'medarbejdernummer', 'ansattnummer'],
	],
	otherId: [
		'referencia',
		'referenz',
		'riferimento',
		'referentie',
		'id de empresa',
		'id entreprise',
	],
	firstName: [
		...['nombre de pila', 'primer nombre', 'nombres', 'prenom', 'prenoms', 'vorname', 'vornamen'],
		...['primeiro nome', 'nome proprio', 'nomes proprios', 'nome di battesimo', 'primo nome'],
		...['voornaam', 'voornamen', 'roepnaam', 'imie', 'pierwsze imie', 'imiona'],
		...['fornamn', 'tilltalsnamn', 'fornavn'],
	],
	/** First names where a last name is beside them, and whole names otherwise. */
	firstNameBeside: ['nombre', 'nome', 'nom'],
	middleName: [
		...['segundo nombre', 'deuxieme prenom', 'second prenom', 'autres prenoms', 'weitere vornamen'],
		...[
			'zweiter vorname',
			'2 vorname',
			'mittelname',
			'segundo nome',
			'nome do meio',
			'secondo nome',
		],
		...['tweede voornaam', 'tweede naam', 'middelste naam', 'drugie imie', 'mellannamn'],
		...['mellemnavn', 'mellomnavn'],
	],
	lastName: [
		...[
			'apellido',
			'apellidos',
			'primer apellido',
			'apellido paterno',
			'nom de famille',
			'nachname',
		],
		...['familienname', 'zuname', 'sobrenome', 'ultimo nome', 'apelidos', 'nome de familia'],
		...['cognome', 'achternaam', 'familienaam', 'nazwisko', 'efternamn', 'efternavn', 'etternavn'],
	],
	birthdate: [
		...['fecha de nacimiento', 'fecha nacimiento', 'fecha nac', 'cumpleanos', 'nacimiento'],
		...['date de naissance', 'date naissance', 'ne le', 'nee le', 'anniversaire', 'geburtsdatum'],
		...['geburtstag', 'geboren am', 'geb datum', 'data de nascimento', 'data nascimento'],
		...['nascimento', 'data di nascita', 'data nascita', 'nato il', 'compleanno', 'geboortedatum'],
		...['geboortedag', 'verjaardag', 'data urodzenia', 'urodziny', 'fodelsedatum', 'fodelsedag'],
		...['fødselsdato', 'fødselsdag', 'fodselsdato', 'fodselsdag', 'bursdag'],
	],
	socialSecurityNumber: [
		...['numero de seguro social', 'numero del seguro social', 'seguro social', 'seguridad social'],
		...['numero de seguridad social', 'numero de securite sociale', 'sozialversicherungsnummer'],
		...['numero de seguranca social', 'numero da seguranca social', 'numero di previdenza sociale'],
		...[
			'numero di sicurezza sociale',
			'socialezekerheidsnummer',
			'numer ubezpieczenia spolecznego',
		],
		...['socialforsakringsnummer'],
	],
	tags: [
		...['etiquetas', 'etiqueta', 'categorias', 'etiquettes', 'etiquette', 'categories', 'libelles'],
		...['schlagworter', 'schlagworte', 'kategorien', 'etiketten', 'marcadores', 'etichette'],
		...['etichetta', 'categorie', 'categorieen', 'trefwoorden', 'kategorie', 'etykiety', 'tagi'],
		...['kategorier', 'etiketter', 'taggar'],
	],
} as const satisfies Record<string, readonly string[]>;
