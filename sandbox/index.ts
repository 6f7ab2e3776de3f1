export type { Fault } from './faultTypes';
export type {
	FieldSchema,
	StoredAccount,
	StoredAccountType,
	StoredBatchJob,
	StoredImporter,
	StoredList,
	StoredListItem,
	StoredWebhook,
} from './store/types';
export type { Delivery, SandboxEvent } from './webhooks/delivery';
export type { Flaw } from './webhooks/signature';
export type {
	FaultControls,
	RecordedPart,
	RecordedRequest,
	Sandbox,
	SandboxOptions,
} from './types';
export { startSandbox } from './start';
