/* Constraint, and what hangs on a node alone. */

#include "kernels.h"

int constrain(place size, const place *indptr, const place *indices, const double *weight,
                     double *found) {
    double *strength = calloc(size + 1, sizeof *strength);
    double *invested = calloc(size + 1, sizeof *invested);
    char *near = calloc(size + 1, sizeof *near);
    int done = strength && invested && near;
    if (done) {
        for (place i = 0; i < size; i++)
            for (place e = indptr[i]; e < indptr[i + 1]; e++) strength[i] += weight[e];
        for (place i = 0; i < size; i++) {
            for (place e = indptr[i]; e < indptr[i + 1]; e++) {
                near[indices[e]] = 1;
                invested[indices[e]] = weight[e] / strength[i];
            }
            for (place e = indptr[i]; e < indptr[i + 1]; e++) {
                place q = indices[e];
                double share = weight[e] / strength[i] / strength[q];
                for (place f = indptr[q]; f < indptr[q + 1]; f++)
                    if (near[indices[f]]) invested[indices[f]] += share * weight[f];
            }
            for (place e = indptr[i]; e < indptr[i + 1]; e++) {
                place j = indices[e];
                found[i] += invested[j] * invested[j];
                near[j] = 0;
                invested[j] = 0;
            }
        }
    }
    free(strength);
    free(invested);
    free(near);
    return done;
}

place hang(place size, const place *indptr, const place *indices, place *holder, place *hanging,
           place *piece) {
    place *state = calloc(5 * size + 1, sizeof *state);
    place count = 0, clock = 0, pieces = 0;
    if (!state) return -1;
    place *entered = state, *low = state + size, *below = state + 2 * size;
    place *above = state + 3 * size, *cursor = state + 4 * size;
    for (place root = 0; root < size; root++) {
        if (entered[root]) continue;
        place node = root;
        entered[root] = low[root] = ++clock;
        above[root] = -1;
        below[root] = 1;
        cursor[root] = indptr[root];
        piece[root] = pieces;
        while (node >= 0) {
            if (cursor[node] < indptr[node + 1]) {
                place other = indices[cursor[node]++];
                if (!entered[other]) {
                    entered[other] = low[other] = ++clock;
                    above[other] = node;
                    below[other] = 1;
                    cursor[other] = indptr[other];
                    piece[other] = pieces;
                    node = other;
                } else if (other != above[node] && entered[other] < low[node]) {
                    low[node] = entered[other];
                }
                continue;
            }
            place parent = above[node];
            if (parent >= 0) {
                below[parent] += below[node];
                if (low[node] < low[parent]) low[parent] = low[node];
                if (low[node] >= entered[parent]) {
                    holder[count] = parent;
                    hanging[count++] = below[node];
                }
            }
            node = parent;
        }
        pieces++;
    }
    free(state);
    return count;
}
