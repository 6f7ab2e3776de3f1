import type { Contact } from './contact';

const baptismalName =
	'Philippa Wilhelmina Ottilie Rosalind Theodora Maximiliana Clementine Genoveva Seraphina Aurelia ' +
	'Bartholomea Hortensia Valentina Leopoldine Eulalia Josephine Apollonia Cunegunda Marguerite';
const oneLongWord = 'Ober' + 'niederwiesen'.repeat(9) + 'hausen';
const combining = 'Jose\u0301 Ange\u0301l';
const family = '👨‍👩‍👧‍👦';

/** Written by hand: each of these has tripped some import. All of them are good contacts. */
export const specialContacts: Contact[] = [
	{ FirstName: 'William "Bill"', LastName: 'Ashdown, Jr.', Labels: 'customer,newsletter' },
	{ FirstName: '"Quoted"', LastName: 'Entirely', Notes: 'She said: "call me ""Q"""' },
	{ FirstName: 'Ends with a quote"', LastName: '"', Labels: '"' },
	{ FirstName: 'Comma', LastName: ',', Labels: 'a, b' },
	{
		FirstName: 'Maria\nLuisa',
		LastName: 'Fernández\nde la Vega',
		Notes: 'Line one\nLine two\n\nLine four',
	},
	{ FirstName: 'Windows', MiddleName: 'line\r\nbreak', LastName: 'Enders' },
	{ FirstName: 'Tab\tStop', LastName: 'Brooks' },
	{ FirstName: 'Semi;colon', LastName: 'Pipe|Slash\\', Labels: 'a;b|c' },
	{ FirstName: '=cmd', LastName: "=cmd|' /C calc'!A0", Labels: '=1+1' },
	{ FirstName: '+1', LastName: '+Plus', Labels: '+1' },
	{ FirstName: '-x', LastName: '-Silva', Labels: '-x' },
	{ FirstName: '@x', LastName: '@maya', Labels: '@owner' },
	{ FirstName: 'Null', LastName: 'Null', Labels: 'nullable' },
	{ FirstName: 'True', LastName: 'None' },
	{ FirstName: 'Jan', MiddleName: '1', LastName: '007', Labels: '0012' },
	{ FirstName: '<b>Bold</b>', LastName: '&amp; Sons', Notes: '<script>alert(1)</script>' },
	{ FirstName: '{{ $json.FirstName }}', LastName: '={{ 1 + 1 }}', Notes: '${HOME} %PATH%' },
	{ FirstName: baptismalName, LastName: 'von Hohenfels zu Altenbruck und Niederwalden' },
	{ FirstName: 'Hubert', LastName: oneLongWord },
	{ FirstName: 'X', LastName: 'Æ' },
	{ LastName: 'Suharsono', Notes: 'Has one name only' },
	{ FirstName: 'Madrigal', LastName: '' },
	{
		FirstName: combining,
		LastName: 'Zu\u0308rich',
		Notes: 'Accents as separate characters, as a Mac writes them',
	},
	{ FirstName: 'Zero\u200bWidth', LastName: 'Nbsp\u00a0Between' },
	{
		FirstName: 'K\u02bbala',
		LastName: 'Kawa\u02bbauhau',
		Notes: 'Hawaiian okina, not an apostrophe',
	},
	{ FirstName: 'Renée', LastName: 'O’Malley', Notes: 'Curly apostrophe' },
	{ FirstName: 'Star', LastName: 'Customer', Labels: '⭐ VIP' },
	{ FirstName: 'Familie', LastName: 'Sonnenschein', Labels: `${family} family plan,🇯🇵 Japan` },
	{ FirstName: 'نور', MiddleName: 'Noor', LastName: 'الشريف (Al-Sharif)', Labels: 'عميل' },
	{ FirstName: '𠮷', LastName: '𠮷田', Labels: '取引先、重要' },
	{ FirstName: 'Leap', LastName: 'Twenty', DateOfBirth: '2000-02-29', SSN: '900-01-0001' },
	{ FirstName: 'Leap', LastName: 'Fifty-Two', DateOfBirth: '1952-02-29', SSN: '900010002' },
	{ FirstName: 'Eldest', LastName: 'Oakes', DateOfBirth: '1930-01-01', SSN: '900-12-0034' },
	{ FirstName: 'Youngest', LastName: 'Oakes', DateOfBirth: '2006-12-31', SSN: '966010203' },
	{ FirstName: 'Epoch', LastName: 'Langley', DateOfBirth: '1970-01-01', SSN: '900-01-0100' },
	{ FirstName: 'Summer', LastName: 'Time', DateOfBirth: '1985-03-31', SSN: '900010203' },
	{ ContactId: '0000417', FirstName: 'Legacy', LastName: 'Number' },
	{
		ContactId: '0000418',
		FirstName: 'Legacy',
		LastName: 'Number',
		Notes: 'IDs from the old system',
	},
	{ ContactId: 'C-20001,B', FirstName: 'Comma', LastName: 'In The Reference' },
	{ ContactId: 'R&D+100%/7?x=#1', FirstName: 'Url', LastName: 'Unfriendly' },
	{ ContactId: '客户-0042', FirstName: 'Reference', LastName: 'In Chinese' },
	{ ContactId: '', FirstName: 'Walk-in', LastName: 'Visitor', Notes: 'No contact ID yet' },
	{ ContactId: '', FirstName: 'Trade', LastName: 'Fair Lead', Notes: 'No contact ID yet' },
	{ ContactId: '', FirstName: 'Phone', LastName: 'Enquiry', Notes: 'No contact ID yet' },
];
