/* Betweenness: Brandes' accumulation, one breadth-first search from each source. */

#include "kernels.h"

int accumulate(place size, const place *indptr, const place *indices,
                      const place *sources, place count, double *total) {
    int32_t *distance = malloc((size + 1) * sizeof *distance);
    int32_t *queue = malloc((size + 1) * sizeof *queue);
    int32_t *ends = malloc((indptr[size] + 1) * sizeof *ends);
    double *paths = calloc(size + 1, sizeof *paths);
    double *dependency = calloc(size + 1, sizeof *dependency);
    int done = distance && queue && ends && paths && dependency;
    if (done) {
        for (place k = 0; k < size; k++) distance[k] = -1;
        for (place k = 0; k < indptr[size]; k++) ends[k] = (int32_t)indices[k];
        for (place k = 0; k < count; k++) {
            place source = sources[k], first = 0, last = 0;
            queue[last++] = (int32_t)source;
            distance[source] = 0;
            paths[source] = 1;
            while (first < last) {
                int32_t node = queue[first++];
                int32_t next = distance[node] + 1;
                double here = paths[node];
                for (place e = indptr[node]; e < indptr[node + 1]; e++) {
                    int32_t other = ends[e];
                    if (distance[other] < 0) {
                        distance[other] = next;
                        queue[last++] = other;
                    }
                    if (distance[other] == next) paths[other] += here;
                }
            }
            while (last-- > 1) {
                int32_t node = queue[last];
                int32_t before = distance[node] - 1;
                double share = (1 + dependency[node]) / paths[node];
                for (place e = indptr[node]; e < indptr[node + 1]; e++) {
                    int32_t other = ends[e];
                    if (distance[other] == before) dependency[other] += paths[other] * share;
                }
                total[node] += dependency[node];
            }
            for (place q = 0; q < first; q++) {
                int32_t node = queue[q];
                distance[node] = -1;
                paths[node] = 0;
                dependency[node] = 0;
            }
        }
    }
    free(distance);
    free(queue);
    free(ends);
    free(paths);
    free(dependency);
    return done;
}
