import { redact } from '../../../nodes/Persona/transport/redact';

test.each(['May 12', '12 May', '12th of May', 'May 99', '(May 12)'])('%s is a date', (date) => {
	expect(redact(date, [])).toContain('•••');
});

test.each(['dismay 12', 'May 12ab', 'x12 May', '12 Mayo', 'dismay 99', 'May 99ab'])(
	'%s only begins or ends like a date',
	(text) => expect(redact(text, [])).toBe(text),
);
