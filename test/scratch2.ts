import { RULES } from '../nodes/Persona/pipeline/rules';
const ctx = { birthdateFormat: 'detect', birthdateCustomFormat: '', placeholders: 'reject', tagSeparator: ';', timeZone: 'Europe/Berlin', today: '2026-11-26' } as never;
const show = (rule: string, values: unknown[]) => {
	console.log(`\n## ${rule}`);
	for (const value of values) {
		const r = RULES[rule as never] as any;
		const out = r(value, ctx, undefined);
		const s = typeof out === 'string' ? `ok   ${JSON.stringify(out) === JSON.stringify(value) ? '' : '→ ' + JSON.stringify(out)}` : 'code' in out ? `NO   ${out.code}` : `warn ${out.warning} ${out.text === value ? '' : '→ ' + JSON.stringify(out.text)}`;
		console.log(`${String(typeof value === 'string' ? JSON.stringify(value).slice(0, 60) : value instanceof Date ? 'Date ' + value.toISOString() : JSON.stringify(value, (_, v) => typeof v === 'bigint' ? `${v}n` : v)).padEnd(50)} ${s}`);
	}
};

show('birthdate', [{seconds:639273600,nanoseconds:0},{_seconds:639273600,_nanoseconds:0},{start:'1990-04-05',end:null},{start:'1990-04-05',end:'1990-04-06'},{date:'1990-04-05'},{$date:'1990-04-05T00:00:00Z'},{$date:{$numberLong:'639273600000'}},{$date:639273600000},{year:1990,month:4,day:5},{value:'1990-04-05'},['1990-04-05'],['1990-04-05','1991-04-05'],{},true,'unknown','Unknown','n/a','-','n.d.','XX/XX/1990','1990-XX-XX','**/**/1990','04/05/XXXX','circa 1990','1990?','1990-04-05?','~1990','36','36 years','age 36','01/01/1900','Birthdate','Date of Birth','DOB: 04/05/1990','1990-04-05 (verified)','1990-04-05 / 1991-04-05','５/４/１９９０','１９９０年４月５日','٥/٤/١٩٩٠','1369/01/16','13690116','5/4/2533','2533-04-05','1990—04—05','1990–04–05','1990−04−05','1990 04 05','05 04 1990','1990,04,05','="1990-04-05"',"'1990-04-05",'Date(639273600000)','/Date(639273600000)/','/Date(639273600000+0000)/','ISODate("1990-04-05T00:00:00Z")','1990-04-05Z','19900405T000000Z','19900405000000','1990040500','5th April 1990','April 5th, 1990','5/Apr/1990','Thursday, April 5, 1990','Donnerstag, 5. April 1990','1990-04-05\u200b','#N/A','#VALUE!','########']);
