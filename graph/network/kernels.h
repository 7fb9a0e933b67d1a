/* The inner loops of the network measures, over symmetric sparse rows (indptr, indices, weight).
 *
 * Each gives what the Python beside it gives; where no compiler is at hand the Python serves
 * alone. A function that returns int gives 0 when memory runs out. */

#ifndef DUTYGRAPH_KERNELS_H
#define DUTYGRAPH_KERNELS_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int64_t place;

/* Add to `total` what Brandes' accumulation gives each node from each of the sources. */
int accumulate(place size, const place *indptr, const place *indices, const place *sources,
               place count, double *total);

/* Give Burt's constraint of each node. */
int constrain(place size, const place *indptr, const place *indices, const double *weight,
              double *found);

/* Give the nodes on which others hang alone, and how many, and the connected piece of each node;
 * give the number of such pairs, or -1 when memory runs out. */
place hang(place size, const place *indptr, const place *indices, place *holder, place *hanging,
           place *piece);

/* Give the community of each node, numbered by first nodes. */
int group(place size, const place *indptr, const place *indices, const double *weight,
          double resolution, uint64_t seed, place *label);

#endif
