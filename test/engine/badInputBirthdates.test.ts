import { ISO_BIRTHDATES, OTHER_BIRTHDATES } from './support/badInput/cases/birthdates';
import { describeBadInput } from './support/badInput/suite';

describeBadInput([ISO_BIRTHDATES, OTHER_BIRTHDATES]);
