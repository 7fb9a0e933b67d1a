/* Communities: Louvain with a queue of nodes to look at. `louvain.py` does the same, step by step
 * and sum by sum, so that both give the same labels. */

#include "kernels.h"

typedef struct {
    place size;
    place *indptr, *indices;
    double *weight, *loop; /* loop: weight inside a node, counted from both ends */
} Level;

static uint64_t drawn(uint64_t *state) { /* splitmix64 */
    uint64_t z = (*state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

typedef struct {
    place *label, *queue, *touched;
    double *strength, *held, *towards;
    char *waiting;
} Room;

static int move(const Level *level, const Room *room, double total, double resolution,
                uint64_t *state) {
    place size = level->size, first = 0, waiting = size, moved = 0;
    for (place n = 0; n < size; n++) {
        double sum = level->loop[n];
        for (place e = level->indptr[n]; e < level->indptr[n + 1]; e++) sum += level->weight[e];
        room->strength[n] = room->held[n] = sum;
        room->label[n] = room->queue[n] = n;
        room->towards[n] = 0;
        room->waiting[n] = 1;
    }
    for (place n = size - 1; n > 0; n--) {
        place other = (place)(drawn(state) % (uint64_t)(n + 1));
        place kept = room->queue[n];
        room->queue[n] = room->queue[other];
        room->queue[other] = kept;
    }
    while (waiting > 0) {
        place node = room->queue[first], own = room->label[node], count = 0;
        first = first + 1 == size ? 0 : first + 1;
        waiting--;
        room->waiting[node] = 0;
        room->touched[count++] = own;
        for (place e = level->indptr[node]; e < level->indptr[node + 1]; e++) {
            place group = room->label[level->indices[e]];
            if (room->towards[group] == 0 && group != own) room->touched[count++] = group;
            room->towards[group] += level->weight[e];
        }
        double strength = room->strength[node];
        room->held[own] -= strength;
        place best = own;
        double most = room->towards[own] - resolution * strength * room->held[own] / total;
        for (place k = 1; k < count; k++) {
            place group = room->touched[k];
            double gain =
                room->towards[group] - resolution * strength * room->held[group] / total;
            if (gain > most + 1e-12) {
                most = gain;
                best = group;
            } else if (best != own && gain > most - 1e-12 && drawn(state) % 2) {
                best = group; /* of equal groups any may win; staying beats an equal one */
            }
        }
        for (place k = 0; k < count; k++) room->towards[room->touched[k]] = 0;
        room->held[best] += strength;
        if (best == own) continue;
        room->label[node] = best;
        moved = 1;
        for (place e = level->indptr[node]; e < level->indptr[node + 1]; e++) {
            place other = level->indices[e];
            if (room->label[other] == best || room->waiting[other]) continue;
            place last = first + waiting;
            room->queue[last < size ? last : last - size] = other;
            room->waiting[other] = 1;
            waiting++;
        }
    }
    return (int)moved;
}

/* Number the groups by their first node; give how many there are. */
static place renumber(place size, place *label, place *number) {
    place count = 0;
    for (place n = 0; n < size; n++) number[n] = -1;
    for (place n = 0; n < size; n++) {
        if (number[label[n]] < 0) number[label[n]] = count++;
        label[n] = number[label[n]];
    }
    return count;
}

/* Make each group one node, in place: the level shrinks, so its own arrays hold the new one. */
static int merge(Level *level, const place *label, place groups, const Room *room) {
    place size = level->size, edges = level->indptr[size];
    place *start = calloc(groups + 1, sizeof *start), *member = malloc((size + 1) * sizeof *member);
    place *indptr = malloc((groups + 1) * sizeof *indptr);
    place *indices = malloc((edges + 1) * sizeof *indices);
    double *weight = malloc((edges + 1) * sizeof *weight);
    double *loop = calloc(groups + 1, sizeof *loop);
    int done = start && member && indptr && indices && weight && loop;
    if (done) {
        place filled = 0;
        for (place n = 0; n < size; n++) start[label[n] + 1]++;
        for (place g = 0; g < groups; g++) start[g + 1] += start[g];
        for (place n = 0; n < size; n++) member[start[label[n]]++] = n;
        for (place g = groups; g > 0; g--) start[g] = start[g - 1];
        start[0] = 0;
        for (place g = 0; g < groups; g++) {
            place count = 0;
            indptr[g] = filled;
            for (place k = start[g]; k < start[g + 1]; k++) {
                place node = member[k];
                loop[g] += level->loop[node];
                for (place e = level->indptr[node]; e < level->indptr[node + 1]; e++) {
                    place other = label[level->indices[e]];
                    if (other == g) {
                        loop[g] += level->weight[e];
                    } else {
                        if (room->towards[other] == 0) room->touched[count++] = other;
                        room->towards[other] += level->weight[e];
                    }
                }
            }
            for (place k = 0; k < count; k++) {
                indices[filled] = room->touched[k];
                weight[filled++] = room->towards[room->touched[k]];
                room->towards[room->touched[k]] = 0;
            }
        }
        indptr[groups] = filled;
        free(level->indptr);
        free(level->indices);
        free(level->weight);
        free(level->loop);
        *level = (Level){groups, indptr, indices, weight, loop};
    } else {
        free(indptr);
        free(indices);
        free(weight);
        free(loop);
    }
    free(start);
    free(member);
    return done;
}

int group(place size, const place *indptr, const place *indices, const double *weight,
                 double resolution, uint64_t seed, place *label) {
    place edges = indptr[size];
    Level level = {size, malloc((size + 1) * sizeof(place)), malloc((edges + 1) * sizeof(place)),
                   malloc((edges + 1) * sizeof(double)), calloc(size + 1, sizeof(double))};
    place *places = malloc((4 * size + 1) * sizeof *places);
    double *doubles = calloc(3 * size + 1, sizeof *doubles);
    char *flags = malloc(size + 1);
    int done = level.indptr && level.indices && level.weight && level.loop && places && doubles &&
               flags;
    if (done) {
        Room room = {places, places + size, places + 2 * size, doubles, doubles + size,
                     doubles + 2 * size, flags};
        double total = 0;
        uint64_t state = seed;
        memcpy(level.indptr, indptr, (size + 1) * sizeof *indptr);
        memcpy(level.indices, indices, edges * sizeof *indices);
        memcpy(level.weight, weight, edges * sizeof *weight);
        for (place e = 0; e < edges; e++) total += weight[e];
        for (place n = 0; n < size; n++) label[n] = n;
        while (done && total > 0 && move(&level, &room, total, resolution, &state)) {
            place groups = renumber(level.size, room.label, places + 3 * size);
            for (place n = 0; n < size; n++) label[n] = room.label[label[n]];
            done = merge(&level, room.label, groups, &room);
        }
        if (done) renumber(size, label, places + 3 * size);
    }
    free(level.indptr);
    free(level.indices);
    free(level.weight);
    free(level.loop);
    free(places);
    free(doubles);
    free(flags);
    return done;
}
