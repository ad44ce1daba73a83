/**
 * What only dedicated workers have, for the check of pages and tests, whose library is the DOM's. The check of
 * worker code (tsconfig.worker.json) has the real declarations and leaves this file out.
 */
interface DedicatedWorkerGlobalScope {
	onmessage: ((event: MessageEvent) => void) | null;
	postMessage(message: unknown, transfer?: Transferable[]): void;
}

interface FileSystemSyncAccessHandle {
	read(into: AllowSharedBufferSource, options?: { at?: number }): number;
	write(bytes: AllowSharedBufferSource, options?: { at?: number }): number;
	truncate(size: number): void;
	getSize(): number;
	flush(): void;
	close(): void;
}

interface FileSystemFileHandle {
	createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
