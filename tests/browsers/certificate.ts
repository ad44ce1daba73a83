import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureOpenssl } from './install';

export type Certificate = {
	key: string;
	cert: string;
	/** SHA-256 of its public key, base64: what Chromium is told to take. */
	spki: string;
};

/** A certificate for this run alone, for any name: made by openssl, trusted by the browsers of tests, never kept. */
export function makeCertificate(): Certificate {
	ensureOpenssl();
	const folder = mkdtempSync(join(tmpdir(), 'townsquare-certificate-'));
	try {
		const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
		const subject = ['-subj', '/CN=townsquare test', '-addext', 'subjectAltName=DNS:*.test'];
		execFileSync(
			'openssl',
			[
				'req',
				'-x509',
				'-newkey',
				'ec',
				'-pkeyopt',
				'ec_paramgen_curve:prime256v1',
				'-nodes',
				'-days',
				'2',
				...subject,
			].concat(['-keyout', keyFile, '-out', certFile]),
			{ stdio: ['ignore', 'ignore', 'pipe'] },
		);
		const cert = readFileSync(certFile, 'utf8');
		const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
		return {
			key: readFileSync(keyFile, 'utf8'),
			cert,
			spki: createHash('sha256').update(spki).digest('base64'),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
