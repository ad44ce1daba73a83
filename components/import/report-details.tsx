import type { ComponentChildren } from 'preact';
import type { ImportReport } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { hrefs } from '../shared/route';
import { Say, useTexts } from '../shared/texts';

type ReportDetailsProps = { report: ImportReport; copying: boolean };

/** What is missing, what was passed over, what to know. */
export function ReportDetails({ report, copying }: ReportDetailsProps) {
	const { t, bytes } = useTexts();
	const { media, relations } = report;
	return (
		<>
			<Missing report={report} />
			<Skipped report={report} />
			<MissingMedia report={report} />
			<ul class="notes">
				{report.maybeCircle > 0 && <li>{t('reportCircle', { count: report.maybeCircle })}</li>}
				{report.unsafeNames > 0 && <li>{t('reportUnsafeNames', { count: report.unsafeNames })}</li>}
				{media.left && (
					<li>{t('reportMediaLeft', { count: media.files, size: bytes(media.bytes) })}</li>
				)}
				{media.unshown !== undefined && media.unshown > 0 && (
					<li>{t('reportMediaUnshown', { count: media.unshown })}</li>
				)}
				{media.failed > 0 && <li>{t('reportMediaFailed', { count: media.failed })}</li>}
				<li>
					{t('reportRelations', {
						following: relations.following,
						followers: relations.followers,
						blocks: relations.blocks,
						mutes: relations.mutes,
					})}
				</li>
				<li>{t(copying ? 'reportZipNeeded' : 'reportZipNotNeeded')}</li>
				<li>
					<Say
						text="reportUninstall"
						elements={{ link: <a href={hrefs.settings()}>{t('exportAsJson')}</a> }}
					/>
				</li>
				<li>{t('reportNeverRead')}</li>
			</ul>
		</>
	);
}

function Missing({ report: { missingFiles, wrongCounts } }: { report: ImportReport }) {
	const { t } = useTexts();
	if (missingFiles.length + wrongCounts.length === 0) return null;
	return (
		<Disclosure
			title={t('reportMissing', { count: missingFiles.length + wrongCounts.length })}
			open
		>
			<ul>
				{missingFiles.map(({ name, rows }) => (
					<li key={name}>{t('missingFile', { name, count: rows })}</li>
				))}
				{wrongCounts.map(({ name, expected, found }) => (
					<li key={name}>{t('wrongCount', { name, expected, found })}</li>
				))}
			</ul>
		</Disclosure>
	);
}

const WHY: Record<ImportReport['skipped'][number]['why'], Key> = {
	json: 'skippedJson',
	id: 'skippedId',
	date: 'skippedDate',
	text: 'skippedText',
	shape: 'skippedShape',
	size: 'skippedSize',
};

function Skipped({ report: { skipped, counts } }: { report: ImportReport }) {
	const { t } = useTexts();
	if (counts.skipped === 0) return null;
	return (
		<Disclosure title={t('reportSkipped', { count: counts.skipped })}>
			<ul>
				{skipped.map(({ file, row, why }) => (
					<li key={`${file} ${row}`}>{t('skippedRow', { file, row, why: t(WHY[why]) })}</li>
				))}
			</ul>
			{counts.skipped > skipped.length && (
				<p class="quiet">{t('skippedMore', { count: counts.skipped - skipped.length })}</p>
			)}
		</Disclosure>
	);
}

/** The posts whose pictures or videos the archive lacks. */
function MissingMedia({ report: { missingMedia = [], counts } }: { report: ImportReport }) {
	const { t, date } = useTexts();
	if (missingMedia.length === 0) return null;
	return (
		<Disclosure title={t('reportMissingMedia', { count: counts.mediaMissing })}>
			<ul>
				{missingMedia.map(({ post, at }) => (
					<li key={post}>
						<a href={hrefs.post(post)}>{at === undefined ? post : date(at, 'minute')}</a>
					</li>
				))}
			</ul>
			{missingMedia.length === LISTED && <p class="quiet">{t('missingMediaFirst')}</p>}
		</Disclosure>
	);
}

/** As many posts the report lists at most. */
const LISTED = 100;

type DisclosureProps = { title: string; open?: boolean; children: ComponentChildren };

function Disclosure({ title, open = false, children }: DisclosureProps) {
	return (
		<details open={open}>
			<summary>{title}</summary>
			{children}
		</details>
	);
}
