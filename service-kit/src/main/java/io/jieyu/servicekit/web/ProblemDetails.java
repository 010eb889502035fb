package io.jieyu.servicekit.web;

import com.mongodb.MongoException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever ends a request into RFC 9457 problem details with a stable {@code code}. */
@RestControllerAdvice
class ProblemDetails extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDetails.class);

    @ExceptionHandler
    ProblemDetail problem(Problem problem) {
        return detail(problem.code(), problem.getMessage(), problem.errors());
    }

    @ExceptionHandler
    ProblemDetail readSideAway(MongoException away) {
        LOG.atWarn()
                .addKeyValue("cause", away.getClass().getSimpleName())
                .log("read side does not answer");
        return detail(
                ProblemCode.READ_SIDE_BEHIND,
                "The read side does not answer at the moment; the accounts themselves are not"
                        + " touched. Ask again.",
                List.of());
    }

    @ExceptionHandler
    ProblemDetail kafkaAway(KafkaException away) {
        LOG.atWarn()
                .addKeyValue("cause", away.getClass().getSimpleName())
                .log("Kafka does not answer");
        return detail(
                ProblemCode.NOT_TAKEN_IN,
                "Kafka does not answer at the moment, so nothing was taken in. Send the same again:"
                        + " it is harmless.",
                List.of());
    }

    @ExceptionHandler
    ProblemDetail bug(Exception bug) {
        LOG.error("request failed", bug);
        return detail(
                ProblemCode.INTERNAL_ERROR,
                "The request failed; the service's log says why.",
                List.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail =
                detail(
                        ProblemCode.INVALID_REQUEST,
                        "The body is not the JSON that was expected.",
                        List.of());
        return handleExceptionInternal(unreadable, detail, headers, status, request);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == YearMonth.class) {
            return "a month such as 2026-03";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-15";
        }
        return type == null ? "another type" : "a value of type " + type.getSimpleName();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Class<?> type = wrong.getRequiredType();
        String expected = expected(type);
        var field =
                new Problem.FieldProblem(
                        "INVALID_FIELD",
                        String.valueOf(wrong.getPropertyName()),
                        String.valueOf(wrong.getValue()),
                        expected);
        var detail =
                detail(
                        ProblemCode.INVALID_REQUEST,
                        "A parameter is not as it should be.",
                        List.of(field));
        return handleExceptionInternal(wrong, detail, headers, status, request);
    }

    /** What Spring itself finds wrong gets a code too. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail detail
                && (detail.getProperties() == null
                        || !detail.getProperties().containsKey("code"))) {
            detail.setProperty("code", codeOf(status).name());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static ProblemCode codeOf(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return ProblemCode.NOT_FOUND;
        }
        return status.is4xxClientError() ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL_ERROR;
    }

    private static ProblemDetail detail(
            ProblemCode code, @Nullable String message, List<Problem.FieldProblem> errors) {
        var detail = ProblemDetail.forStatusAndDetail(code.status(), message);
        detail.setProperty("code", code.name());
        if (!errors.isEmpty()) {
            detail.setProperty("errors", errors);
        }
        return detail;
    }
}
