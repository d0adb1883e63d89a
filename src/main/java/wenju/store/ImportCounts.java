package wenju.store;

/** What an import did to the notices of one gazette. */
public record ImportCounts(int added, int changed, int removed, int unchanged) {
    /** Whether an index has anything to follow. */
    public boolean anyChange() {
        return added + changed + removed > 0;
    }

    /** For example {@code 新增 3 件，更新 1 件，移除 0 件，未变 62 件}. */
    @Override
    public String toString() {
        return "新增 " + added + " 件，更新 " + changed + " 件，移除 " + removed + " 件，未变 " + unchanged + " 件";
    }
}
