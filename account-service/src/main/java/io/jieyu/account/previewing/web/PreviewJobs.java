package io.jieyu.account.previewing.web;

import io.jieyu.account.previewing.PolicyPreview;
import io.jieyu.account.previewing.PreviewPolicies;
import io.jieyu.ledger.policy.PolicyVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The previews that run and the last that ran, in memory: a lost one is begun again. */
final class PreviewJobs {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewJobs.class);
    private static final int KEPT = 20;

    private final PreviewPolicies previews;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    PreviewJobs(PreviewPolicies previews) {
        this.previews = previews;
    }

    /** A preview on its way. */
    static final class Job {

        private final String id = UUID.randomUUID().toString();
        private volatile long looked;
        private volatile long ofAbout;
        private volatile @Nullable PolicyPreview preview;
        private volatile @Nullable String failure;

        String id() {
            return id;
        }

        String state() {
            if (failure != null) {
                return "FAILED";
            }
            return preview == null ? "RUNNING" : "DONE";
        }

        long looked() {
            return looked;
        }

        long ofAbout() {
            return ofAbout;
        }

        @Nullable PolicyPreview preview() {
            return preview;
        }

        @Nullable String failure() {
            return failure;
        }

        private void at(long done, long about) {
            looked = done;
            ofAbout = about;
        }
    }

    Job begin(String regionCode, List<PolicyVersion> drafts) {
        var job = new Job();
        keep(job);
        Thread.ofVirtual().name("preview-" + job.id).start(() -> run(job, regionCode, drafts));
        return job;
    }

    private void run(Job job, String regionCode, List<PolicyVersion> drafts) {
        try {
            job.preview = previews.of(regionCode, drafts, job::at);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("preview failed");
            job.failure = String.valueOf(e.getMessage());
        }
    }

    private synchronized void keep(Job job) {
        jobs.put(job.id, job);
        if (jobs.size() > KEPT) {
            jobs.remove(jobs.keySet().iterator().next());
        }
    }

    synchronized Optional<Job> of(String id) {
        return Optional.ofNullable(jobs.get(id));
    }
}
