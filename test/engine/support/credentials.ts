import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

import { PersonaApi } from '../../../credentials/PersonaApi.credentials';

/** n8n's credentials store with one credential in it; authentication is the credential type's own. */
export class OneCredential extends ICredentialsHelper {
	private readonly type = new PersonaApi();

	constructor(private readonly data: ICredentialDataDecryptedObject) {
		super();
	}

	override getParentTypes(): string[] {
		return [];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await this.type.authenticate(credentials, request);
	}

	override async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async getCredentials(): Promise<ICredentials> {
		throw new Error('not needed');
	}

	override async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		return { ...this.data };
	}

	override async updateCredentials(): Promise<void> {
		throw new Error('not needed');
	}

	override async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('not needed');
	}

	override getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}
}
