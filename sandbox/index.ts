export type { Fault } from './faultTypes';
export type { StoredAccount, StoredImporter, StoredList, StoredListItem } from './store/types';
export type {
	FaultControls,
	RecordedPart,
	RecordedRequest,
	Sandbox,
	SandboxOptions,
} from './types';
export { startSandbox } from './start';
