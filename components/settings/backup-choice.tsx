import { SECTIONS, type Section, type Sizes, sizes } from '../../lib/backup';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

const NAMES = {
	posts: 'backupPosts',
	timeline: 'backupTimeline',
	archive: 'backupArchive',
	media: 'backupMedia',
	people: 'backupPeople',
	rules: 'backupRules',
	drafts: 'backupDrafts',
	outbox: 'backupOutbox',
	settings: 'backupSettings',
} as const satisfies Readonly<Record<Section, Key>>;

type ChoiceProps = {
	wanted: readonly Section[];
	choose(wanted: readonly Section[]): void;
	disabled: boolean;
};

/** What goes into a backup, with about how much it is. */
export function BackupChoice({ wanted, choose, disabled }: ChoiceProps) {
	const { t } = useTexts();
	const { value } = useLoad('backup sizes', sizes, ['generations', 'media', 'drafts']);
	const turn = (section: Section) =>
		choose(
			wanted.includes(section)
				? wanted.filter((one) => one !== section && !(section === 'archive' && one === 'media'))
				: [...wanted, section, ...(section === 'media' ? (['archive'] as const) : [])],
		);
	return (
		<fieldset class="backup-choice" disabled={disabled}>
			<legend>{t('backupWhat')}</legend>
			{SECTIONS.filter((one) => isThere(one, value)).map((section) => (
				<label key={section} class={section === 'media' ? 'indented' : undefined}>
					<input
						type="checkbox"
						checked={wanted.includes(section)}
						onChange={() => turn(section)}
					/>
					<span>
						{t(NAMES[section])} <Size size={value?.[section]} />
					</span>
				</label>
			))}
		</fieldset>
	);
}

/** Of an archive that nobody imported nothing is offered. */
function isThere(section: Section, all: Sizes | undefined): boolean {
	if (section !== 'archive' && section !== 'media') return true;
	return (all?.[section]?.count ?? 0) > 0;
}

function Size({ size }: { size: Sizes[Section] | undefined }) {
	const { t, number, bytes } = useTexts();
	if (!size) return null;
	const count = number(size.count);
	const said =
		size.bytes === undefined ? count : t('backupSizeCount', { count, size: bytes(size.bytes) });
	return <span class="quiet">({said})</span>;
}
