/* The kernels as a Python module; arrays come as buffers of 64-bit integers and doubles. */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

#include "kernels.h"

#define AS(type, buffer) ((type *)(buffer).buf)
#define SIZE(buffer) ((place)((buffer).len / 8) - 1)

static PyObject *finished(Py_buffer *buffers, int count, int done) {
    for (int k = 0; k < count; k++) PyBuffer_Release(&buffers[k]);
    if (!done) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

static PyObject *betweenness(PyObject *self, PyObject *given) {
    Py_buffer b[4];
    int done;
    if (!PyArg_ParseTuple(given, "y*y*y*w*", &b[0], &b[1], &b[2], &b[3])) return NULL;
    Py_BEGIN_ALLOW_THREADS
    done = accumulate(SIZE(b[0]), AS(place, b[0]), AS(place, b[1]), AS(place, b[2]),
                      (place)(b[2].len / 8), AS(double, b[3]));
    Py_END_ALLOW_THREADS
    return finished(b, 4, done);
}

static PyObject *constraint(PyObject *self, PyObject *given) {
    Py_buffer b[4];
    int done;
    if (!PyArg_ParseTuple(given, "y*y*y*w*", &b[0], &b[1], &b[2], &b[3])) return NULL;
    Py_BEGIN_ALLOW_THREADS
    done = constrain(SIZE(b[0]), AS(place, b[0]), AS(place, b[1]), AS(double, b[2]),
                     AS(double, b[3]));
    Py_END_ALLOW_THREADS
    return finished(b, 4, done);
}

static PyObject *separated(PyObject *self, PyObject *given) {
    Py_buffer b[5];
    place count;
    if (!PyArg_ParseTuple(given, "y*y*w*w*w*", &b[0], &b[1], &b[2], &b[3], &b[4])) return NULL;
    Py_BEGIN_ALLOW_THREADS
    count = hang(SIZE(b[0]), AS(place, b[0]), AS(place, b[1]), AS(place, b[2]), AS(place, b[3]),
                 AS(place, b[4]));
    Py_END_ALLOW_THREADS
    for (int k = 0; k < 5; k++) PyBuffer_Release(&b[k]);
    return count < 0 ? PyErr_NoMemory() : PyLong_FromLongLong(count);
}

static PyObject *louvain(PyObject *self, PyObject *given) {
    Py_buffer b[4];
    double resolution;
    unsigned long long seed;
    int done;
    if (!PyArg_ParseTuple(given, "y*y*y*dKw*", &b[0], &b[1], &b[2], &resolution, &seed, &b[3]))
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    done = group(SIZE(b[0]), AS(place, b[0]), AS(place, b[1]), AS(double, b[2]), resolution, seed,
                 AS(place, b[3]));
    Py_END_ALLOW_THREADS
    return finished(b, 4, done);
}

static PyMethodDef methods[] = {
    {"betweenness", betweenness, METH_VARARGS, "indptr, indices, sources, total"},
    {"constraint", constraint, METH_VARARGS, "indptr, indices, weight, found"},
    {"separated", separated, METH_VARARGS, "indptr, indices, holder, hanging, piece -> count"},
    {"louvain", louvain, METH_VARARGS, "indptr, indices, weight, resolution, seed, label"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_kernels", NULL, 0, methods,
                                    NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__kernels(void) { return PyModule_Create(&module); }
