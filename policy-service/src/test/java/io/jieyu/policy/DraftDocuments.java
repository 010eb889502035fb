package io.jieyu.policy;

/** Drafts of Beijing for tests: one new version, and nothing else. */
public final class DraftDocuments {

    private DraftDocuments() {}

    /** A version that sets the amount of mutual aid. */
    public static String beijing(String version, String effectiveFrom, String mutualAidFen) {
        return """
        regionCode: "110000"
        name: {zh: "北京市", en: "Beijing"}
        versions:
          - version: "%s"
            effectiveFrom: "%s"
            announcedOn: null
            reviewBy: null
            legalReference: null
            mutualAidFen: %s
            provenance:
              - {field: effectiveFrom, source: "a test", grade: D}
              - {field: mutualAidFen, source: "a test", grade: D}
        """
                .formatted(version, effectiveFrom, mutualAidFen);
    }
}
