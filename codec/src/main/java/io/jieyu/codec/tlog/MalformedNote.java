package io.jieyu.codec.tlog;

/** A text that is not in the form it should have; the message says where. */
public final class MalformedNote extends Exception {

    private static final long serialVersionUID = 1;

    public MalformedNote(String what) {
        super(what);
    }
}
