package io.jieyu.account.closing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** All closes that were asked for. */
public interface Closings {

    Optional<Closing> of(String regionCode, YearMonth period);

    /** The closes that are sealed somewhere and have no signed certificate. */
    List<Closing> uncertified();

    /** The closes of the region, newest first. */
    List<Closing> newest(String regionCode, int limit);
}
