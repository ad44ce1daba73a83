// What a build may set (README, "Settings of a build"). Vite puts the values in.

interface ImportMetaEnv {
	readonly WXT_PLC_DIRECTORY?: string;
	readonly WXT_ATPROTO_CLIENT_ID?: string;
}

interface ImportMeta {
	readonly env: ImportMetaEnv;
}
