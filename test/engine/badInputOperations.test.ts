import { describeBadInput } from './support/badInput/suite';
import { TOPICS } from './support/badInput/topics';

describeBadInput(TOPICS.operations);
