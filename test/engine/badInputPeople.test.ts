import { NAMES } from './support/badInput/cases/names';
import { REFERENCE_IDS } from './support/badInput/cases/referenceIds';
import { SOCIAL_SECURITY_NUMBERS } from './support/badInput/cases/socialSecurityNumbers';
import { TAGS } from './support/badInput/cases/tags';
import { describeBadInput } from './support/badInput/suite';

describeBadInput([REFERENCE_IDS, NAMES, SOCIAL_SECURITY_NUMBERS, TAGS]);
