package io.jieyu.scenario.yaml;

/** A file that cannot be read: which one, in which line, and why. */
public final class FileError extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * The error.
     *
     * @param line from 1; 0 when it is not known
     */
    public FileError(String file, int line, String problem) {
        super(line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
    }
}
