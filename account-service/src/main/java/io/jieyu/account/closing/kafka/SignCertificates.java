package io.jieyu.account.closing.kafka;

import io.jieyu.account.closing.CertifyCloses;
import io.jieyu.servicekit.projection.Projections;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for closes to sign, once a second while the read side is up to date. */
@Component
class SignCertificates {

    private static final String COLLECTION = "closings";
    private static final long PAUSE_MILLIS = 1_000;

    private final CertifyCloses certifyCloses;
    private final Projections projections;

    SignCertificates(CertifyCloses certifyCloses, Projections projections) {
        this.certifyCloses = certifyCloses;
        this.projections = projections;
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void sign() {
        if (projections.asOf(COLLECTION).isPresent()) {
            certifyCloses.certify();
        }
    }
}
