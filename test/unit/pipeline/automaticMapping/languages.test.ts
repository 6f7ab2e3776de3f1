import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';
import { matchFields } from '../../../../nodes/Persona/pipeline/mapping';
import { itemsOf, map, rowsIn } from './support';

const PERSON = {
	reference_id: 'K-1',
	name_first: 'Zoë',
	name_middle: 'Q',
	name_last: 'García',
	birthdate: '05/04/1990',
	tags: 'x',
};

describe('headers in other languages', () => {
	it.each([
		['Spanish', 'ID de cliente,Nombre,Segundo nombre,Apellidos,Fecha de nacimiento,Etiquetas'],
		['French', "N° d'adhérent,Prénom,Deuxième prénom,Nom,Date de naissance,Catégories"],
		['German', 'Kundennummer,Vorname,Weitere Vornamen,Nachname,Geburtsdatum,Kategorien'],
		['German', 'Kunden-Nr.,Vorname,Zweiter Vorname,Name,geb. Datum,Schlagwörter'],
		['Portuguese', 'ID do cliente,Nome,Nome do meio,Sobrenome,Data de nascimento,Marcadores'],
		['Italian', 'Codice cliente,Nome,Secondo nome,Cognome,Data di nascita,Etichette'],
		['Dutch', 'Klantnummer,Voornaam,Tweede voornaam,Achternaam,Geboortedatum,Categorieën'],
		['Polish', 'Numer klienta,Imię,Drugie imię,Nazwisko,Data urodzenia,Kategorie'],
		['Swedish', 'Kundnummer,Förnamn,Mellannamn,Efternamn,Födelsedatum,Taggar'],
		['Danish', 'Kundenummer,Fornavn,Mellemnavn,Efternavn,Fødselsdato,Kategorier'],
		['Norwegian', 'Kundenummer,Fornavn,Mellomnavn,Etternavn,Fødselsdato,Etiketter'],
	])('%s: %s', async (_, header) => {
		const mapping = await map(itemsOf(`${header}\nK-1,Zoë,Q,García,05/04/1990,x`));
		expect(rowsIn(mapping, 1)).toEqual([PERSON]);
		expect(mapping).toMatchObject({ ignored: [], stop: undefined });
	});

	it('as an export of Spanish contacts has them', async () => {
		const csv = 'ID,Nombre,Apellido,Fecha de nacimiento,Label\nK-1,Zoë,García,05/04/1990,Hogar';
		const [row] = rowsIn(await map(itemsOf(csv)), 1);
		expect({ ...row, name_middle: 'Q' }).toEqual({ ...PERSON, tags: 'Hogar' });
	});

	it.each(['Name', 'Nombre', 'Nome', 'Nom', 'Naam', 'Namn', 'Navn'])(
		'%s alone is no part of a name, nor beside an English one',
		(name) => {
			const { unmatched } = matchFields([name, 'First Name', 'Last Name'], ACCOUNT_IMPORT.columns);
			expect(unmatched).toEqual([name]);
		},
	);

	it('numbers of other countries are no SSN', async () => {
		const mapping = await map(
			itemsOf(
				'Prénom,Nom,Numéro de sécurité sociale,BSN\nZoë,García,900010100000000,900123456\nAl,B,900-12-3456,1',
			),
		);
		expect(rowsIn(mapping, 2).map((row) => row.social_security_number)).toEqual([
			undefined,
			'900-12-3456',
		]);
		expect(mapping.ignored).toEqual(['BSN']);
	});

	it.each([
		[
			'emailAddress',
			'value',
			['Correo electrónico', 'E-Mail-Adresse', 'Adresse e-mail', 'Courriel'],
		],
		['phoneNumber', 'value', ['Teléfono móvil', 'Handynummer', 'Cellulare', 'Telefoonnummer']],
		['ipAddress', 'value', ['Dirección IP', 'IP-Adresse', 'Indirizzo IP', 'Endereço IP']],
		['geolocation', 'latitude', ['Latitud', 'Breitengrad', 'Latitudine', 'Breedtegraad']],
		['geolocation', 'longitude', ['Longitud', 'Längengrad', 'Longitudine', 'Lengtegraad']],
		['geolocation', 'radius_meters', ['Radio', 'Rayon', 'Umkreis', 'Raggio', 'Straal']],
		['governmentIdNumber', 'id_number', ['Pasaporte', 'Reisepassnummer', 'Numero di passaporto']],
		['governmentIdNumber', 'id_class', ['Tipo de documento', 'Dokumenttyp', 'Documenttype']],
	] as const)('list of %s, %s: %j', (list, column, names) => {
		for (const name of names) {
			const { fieldOf } = matchFields([name], LIST_ITEM_IMPORTS[list].columns);
			expect([name, ...fieldOf.keys()]).toEqual([name, column]);
		}
	});
});

describe('the tables of names', () => {
	const kinds = [ACCOUNT_IMPORT, ...Object.values(LIST_ITEM_IMPORTS)];

	it('hold no name that fits nothing by itself or beside its partner', () => {
		for (const { columns } of kinds) {
			for (const column of columns) {
				for (const { names, beside = [], looksLike } of column.names) {
					if (looksLike !== undefined) continue;
					for (const name of names) {
						const { fieldOf } = matchFields([name, ...beside.slice(0, 1)], columns);
						expect([name, ...fieldOf.values()]).toContain(name);
						expect([...fieldOf.values()]).toContain(name);
					}
				}
			}
		}
	});

	it('have examples for the editor that each import understands', () => {
		for (const { columns, exampleNames } of kinds) {
			const { unmatched, doubtful } = matchFields(exampleNames, columns);
			expect([exampleNames.length > 1, unmatched, doubtful]).toEqual([true, [], []]);
		}
	});
});
