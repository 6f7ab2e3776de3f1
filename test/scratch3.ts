import { RULES } from '../nodes/Persona/pipeline/rules';
const ctx = { birthdateFormat: 'detect', birthdateCustomFormat: '', placeholders: 'reject', tagSeparator: ';', timeZone: 'UTC', today: '2026-11-26' } as never;
const names = ['Zoë', 'Jürgen', 'Amina', 'Li', 'Marie', 'A.', 'O"Neill, 17', ...Array.from({length: 50}, (_, i) => `Family${i}`), 'Christopher', 'Elizabeth', 'Rodriguez', 'van der Berg', 'García', 'Nguyễn'];
for (let r = 0; r < 3; r++) { const t = performance.now(); for (let i = 0; i < 300000; i++) RULES.text(names[i % names.length], ctx, undefined); const a = performance.now(); for (let i = 0; i < 100000; i++) RULES.referenceId(`crm-${100000 + i}`, ctx, undefined); console.log((a - t).toFixed(0), (performance.now() - a).toFixed(0)); }
