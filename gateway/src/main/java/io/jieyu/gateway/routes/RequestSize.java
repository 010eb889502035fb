package io.jieyu.gateway.routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets no more than 16 MiB of a request through, whether or not its length was announced.
 *
 * <p>An announced length is refused before a byte is read. Where none is announced the body ends
 * with {@link RequestTooLarge}, so that no service ever gets a body that looks complete.
 */
@Component
class RequestSize extends OncePerRequestFilter {

    static final class RequestTooLarge extends IOException {}

    private static final long MOST = 16L * 1024 * 1024;

    private final JsonMapper json;

    RequestSize(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), tooLarge());
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Counting(super.getInputStream());
                    }
                },
                response);
    }

    static ProblemDetail tooLarge() {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "A request may have 16 MiB: send smaller batches.");
        problem.setProperty("code", "REQUEST_TOO_LARGE");
        return problem;
    }

    /** Whether the failure is a body that went on beyond the limit. */
    static boolean causes(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RequestTooLarge) {
                return true;
            }
        }
        return false;
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private long taken;

        Counting(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = body.read(into, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) throws RequestTooLarge {
            taken += bytes;
            if (taken > MOST) {
                throw new RequestTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
