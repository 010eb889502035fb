package io.jieyu.gateway.routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the browser to run nothing but the page's own scripts. */
@Component
class BrowserSafety extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The page of the APIs, a library's, brings a little style of its own.
        String style =
                request.getRequestURI().startsWith("/swagger-ui")
                        ? "'self' 'unsafe-inline'"
                        : "'self'";
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; style-src "
                        + style
                        + "; img-src 'self' data:; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }
}
