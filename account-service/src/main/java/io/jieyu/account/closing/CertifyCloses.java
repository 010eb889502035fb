package io.jieyu.account.closing;

import io.jieyu.codec.tlog.CloseCheckpoints;
import io.jieyu.codec.tlog.NoteSigner;
import io.jieyu.contracts.close.MonthSealed;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Signs the certificates of closes that every partition has sealed. */
public final class CertifyCloses {

    private final Closings closings;
    private final CloseMessages messages;
    private final @Nullable NoteSigner signer;

    /**
     * The use case with its ports.
     *
     * @param signer null: nothing is signed here
     */
    public CertifyCloses(Closings closings, CloseMessages messages, @Nullable NoteSigner signer) {
        this.closings = closings;
        this.messages = messages;
        this.signer = signer;
    }

    /** Signs those that are complete and not signed yet; twice gives the same text. */
    public void certify() {
        if (signer == null) {
            return;
        }
        for (Closing closing : closings.uncertified()) {
            if (closing.state(messages.partitions()) == Closing.State.COMPLETE) {
                List<MonthSealed> seals = List.copyOf(new TreeMap<>(closing.seals()).values());
                messages.certify(
                        CloseCheckpoints.of(
                                        signer.key().name(),
                                        closing.regionCode(),
                                        closing.period(),
                                        seals)
                                .sign(signer, closing.regionCode(), closing.period()));
            }
        }
    }
}
