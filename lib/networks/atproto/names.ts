/** https://atproto.com/specs/handle: a host name whose last part does not begin with a digit. */
const HANDLE = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const PLC = /^did:plc:[a-z2-7]{24}$/;
/** A host, with a port where it is on this machine. Names with a path are not for accounts. */
const WEB = /^did:web:[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?(?:%3A\d{1,5})?$/i;
const SERVICE = /^(.+)#([\w-]{1,64})$/;

export function isHandle(text: string): boolean {
	return text.length <= 253 && HANDLE.test(text);
}

/** Of the two methods that accounts of this network use (https://atproto.com/specs/did#blessed-did-methods). */
export function isDid(text: string): boolean {
	return PLC.test(text) || (WEB.test(text) && URL.canParse(`https://${hostOf(text)}`));
}

/** The host that a `did:web` is read at. */
function hostOf(did: string): string {
	return decodeURIComponent(did.slice('did:web:'.length));
}

/** A service by its raw name: `did:web:view.example#bsky_appview`. */
export function readService(name: string): { did: string; id: string } | undefined {
	const [, did = '', id = ''] = SERVICE.exec(name) ?? [];
	return isDid(did) ? { did, id } : undefined;
}

/** What people may call somebody: the host of a `did:web`, else the DID itself. */
export function shownDid(did: string): string {
	return did.startsWith('did:web:') ? hostOf(did) : did;
}
