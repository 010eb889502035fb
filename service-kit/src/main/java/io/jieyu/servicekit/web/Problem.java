package io.jieyu.servicekit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with problem details; thrown by controllers only. */
public final class Problem extends RuntimeException {

    private final ProblemCode code;
    private final transient List<FieldProblem> errors;

    /** One field that is wrong. */
    public record FieldProblem(
            String code, String field, @Nullable String value, String expected) {}

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Problem(ProblemCode code, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
