package io.jieyu.sandbox;

import java.io.Serial;

/** The sample did not end as it must. */
public final class DemoFailed extends Exception {

    @Serial private static final long serialVersionUID = 1;

    public DemoFailed(String message) {
        super(message);
    }
}
