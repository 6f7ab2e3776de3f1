import { Settings } from 'luxon';

// n8n sets it to the time zone of a workflow whenever it evaluates an expression.
Settings.defaultZone = 'system';
