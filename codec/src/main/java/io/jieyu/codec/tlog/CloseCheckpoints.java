package io.jieyu.codec.tlog;

import io.jieyu.codec.Json;
import io.jieyu.contracts.close.CloseCertified;
import io.jieyu.contracts.close.MonthSealed;
import io.jieyu.ledger.sealing.TreeHash;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * The texts that the certificate of a close consists of: one for the close, over the seals of all
 * partitions, and one for each partition, over its accounts (docs/reference/proofs.md).
 *
 * @param certificate its leaves are the seals in the order of the partitions
 * @param partitions by partition, from 0
 */
public record CloseCheckpoints(Checkpoint certificate, List<Checkpoint> partitions) {

    public CloseCheckpoints {
        partitions = List.copyOf(partitions);
    }

    /**
     * The checkpoints of a close.
     *
     * @param signer name of the signing key
     * @param seals of all partitions, in their order
     */
    public static CloseCheckpoints of(
            String signer, String regionCode, YearMonth period, List<MonthSealed> seals) {
        String origin = origin(signer, regionCode, period);
        var tree = new TreeHash();
        seals.forEach(seal -> tree.add(TreeHash.leaf(Json.write(seal))));
        return new CloseCheckpoints(
                new Checkpoint(origin, tree.size(), tree.root()),
                seals.stream()
                        .map(seal ->
                                new Checkpoint(
                                        origin + "/" + seal.partition(),
                                        seal.accountsSealed(),
                                        seal.root()))
                        .toList());
    }

    /** Names the close. */
    public static String origin(String signer, String regionCode, YearMonth period) {
        return String.format(Locale.ROOT, "%s/%s/%s", signer, regionCode, period);
    }

    /** The certificate, signed. */
    public CloseCertified sign(NoteSigner signer, String regionCode, YearMonth period) {
        return new CloseCertified(
                regionCode,
                period,
                signer.sign(certificate.text()),
                partitions.stream().map(partition -> signer.sign(partition.text())).toList());
    }
}
