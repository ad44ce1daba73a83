import { askForPermission } from '../../lib/browser';
import type { Text } from '../../lib/model';
import { mayContact } from '../../lib/networks';
import { wholePicture } from '../../lib/pictures';
import { plainLine } from '../../lib/text';

class PictureProblem extends Error {
	override name = 'PictureProblem';
	readonly text: Text;
	constructor(text: Text) {
		super(text.key);
		this.text = text;
	}
}

/** Asks the person for the host of a picture of the page `from`, and then the host for the picture. Only in the turn of a click. */
export async function readPicture(address: string, from: string): Promise<File> {
	const url = new URL(address);
	const { host } = url;
	const problem = (key: 'pictureNotAllowed' | 'pictureNotRead') =>
		new PictureProblem({ key, parameters: { host } });
	if (!mayContact(url, new URL(from).origin)) throw problem('pictureNotRead');
	if (!(await askForPermission(`https://${host}/*`))) throw problem('pictureNotAllowed');
	const blob = await wholePicture(url.href);
	if (!blob) throw problem('pictureNotRead');
	const name = plainLine(url.pathname.split('/').at(-1) ?? '', 100) || host;
	return new File([blob], name, { type: blob.type });
}
