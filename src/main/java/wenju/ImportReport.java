package wenju;

import java.util.ArrayList;
import java.util.List;
import wenju.gazette.Gazette;
import wenju.store.ImportCounts;

/**
 * What an import did. Prints as a sentence:
 * {@code 公报 4 个：读入 3 个（文件 60 件，存疑 2 处；新增 58 件，更新 1 件，移除 0 件，未变 1 件），跳过未变的 1 个，失败 0 个}.
 *
 * @param read gazettes that were read anew
 * @param skipped gazettes that the store held already
 * @param notices notices in those that were read
 * @param warnings places in those that were read where the reading may be wrong
 * @param counts what became of the notices in the store
 * @param faults gazettes that could not be imported, in order
 */
public record ImportReport(int read, int skipped, int notices, int warnings, ImportCounts counts, List<Fault> faults) {
    private static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    static final ImportReport EMPTY = new ImportReport(0, 0, 0, 0, NONE, List.of());
    static final ImportReport SKIPPED = new ImportReport(0, 1, 0, 0, NONE, List.of());

    /**
     * A gazette that could not be imported.
     *
     * @param gazette name of the file
     * @param reason in Chinese, for people
     */
    public record Fault(String gazette, String reason) {}

    public ImportReport {
        faults = List.copyOf(faults);
    }

    /** One gazette that was read and not stored yet. */
    static ImportReport ofRead(Gazette gazette) {
        return new ImportReport(
                1, 0, gazette.notices().size(), gazette.warnings().size(), NONE, List.of());
    }

    static ImportReport ofFault(String gazette, String reason) {
        return new ImportReport(0, 0, 0, 0, NONE, List.of(new Fault(gazette, reason)));
    }

    /** The same with what became of the notices. */
    ImportReport with(ImportCounts stored) {
        return new ImportReport(read, skipped, notices, warnings, stored, faults);
    }

    /** Both imports together. */
    ImportReport plus(ImportReport other) {
        var allFaults = new ArrayList<>(faults);
        allFaults.addAll(other.faults);
        return new ImportReport(
                read + other.read,
                skipped + other.skipped,
                notices + other.notices,
                warnings + other.warnings,
                new ImportCounts(
                        counts.added() + other.counts.added(),
                        counts.changed() + other.counts.changed(),
                        counts.removed() + other.counts.removed(),
                        counts.unchanged() + other.counts.unchanged()),
                allFaults);
    }

    @Override
    public String toString() {
        return "公报 " + (read + skipped + faults.size()) + " 个：读入 " + read + " 个（文件 " + notices + " 件，存疑 " + warnings
                + " 处；" + counts + "），跳过未变的 " + skipped + " 个，失败 " + faults.size() + " 个";
    }
}
