/* Stands between a program and the C library, and sees each change that the program makes to files below one folder.
 *
 * It writes them down in the order in which they were made, so that a power cut can be played at any of them
 * (disk.py), or kills the program just before one of them (killing.py). Built and preloaded by preload.py.
 * What it could not write down is refused: copy_file_range. A program that it started itself writes down what that one
 * changes, in a file of its own, if the two variables below are set.
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define LONGEST 4096
#define MOST_FILES 4096

/* One change, followed by its two pieces of text or content: recording.py reads the same. */
struct change {
    int32_t what;
    int32_t file;
    int64_t at;
    int64_t first;
    int64_t second;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char root[LONGEST];
static int record = -1;
static long left = -1;
static long steps = 0;
static char is_watched[MOST_FILES];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* --- What Python calls --- */

void watch_folder(const char *folder, const char *file, long die_before) {
    snprintf(root, sizeof root, "%s", folder);
    record = file == NULL ? -1 : (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    left = die_before;
    steps = 0;
}

/* A second process: watched from its beginning, beside the first one's file. */
__attribute__((constructor)) static void watch_second(void) {
    const char *folder = getenv("WATCH_FOLDER"), *file = getenv("WATCH_RECORD");
    if (folder == NULL || file == NULL) return;
    char own[LONGEST];
    snprintf(own, sizeof own, "%s.%ld", file, (long)getpid());
    watch_folder(folder, own, -1);
}

long watch_steps(void) { return steps; }

static void put(const void *content, size_t length) {
    const char *rest = content;
    while (length > 0) {
        ssize_t done = syscall(SYS_write, record, rest, length);
        if (done <= 0) abort();
        rest += done;
        length -= (size_t)done;
    }
}

static void note(char what, int file, int64_t at, const void *first, size_t length, const char *second) {
    if (record < 0) return;
    struct change change = {what, file, at, (int64_t)length, (int64_t)strlen(second)};
    put(&change, sizeof change);
    put(first, length);
    put(second, strlen(second));
}

void watch_mark(const char *text) { note('!', -1, 0, text, strlen(text), ""); }

/* --- What is watched --- */

static const char *whole(int folder, const char *path, char *room) {
    if (path[0] == '/') return path;
    char link[64], base[LONGEST];
    if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return path;
    base[length] = 0;
    snprintf(room, LONGEST, "%.2000s/%.2000s", base, path);
    return room;
}

static int is_ours(const char *path) {
    size_t length = strlen(root);
    if (length == 1) return path[0] == '/';
    return length > 0 && strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int is_ours_open(int file) { return file >= 0 && file < MOST_FILES && is_watched[file]; }

/* One more step: the last one of a program that is to die here. */
static void step(void) {
    steps++;
    if (left >= 0 && left-- == 0) kill(getpid(), SIGKILL);
}

#define BEGIN pthread_mutex_lock(&turn)
#define END pthread_mutex_unlock(&turn)

/* --- Opening and closing --- */

static int opened(int folder, const char *path, int flags, mode_t mode) {
    char room[LONGEST];
    const char *name = whole(folder, path, room);
    int (*real)(int, const char *, int, ...) = REAL(openat64);
    if (!is_ours(name)) {
        int file = real(folder, path, flags, mode);
        if (file >= 0 && file < MOST_FILES) is_watched[file] = 0;
        return file;
    }
    BEGIN;
    if (flags & (O_CREAT | O_TRUNC)) step();
    int file = real(folder, path, flags, mode);
    if (file >= 0 && file < MOST_FILES) {
        is_watched[file] = 1;
        note('o', file, flags & O_TRUNC ? 1 : 0, name, strlen(name), "");
    }
    END;
    return file;
}

#define MODE                            \
    mode_t mode = 0;                    \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list more;                   \
        va_start(more, flags);          \
        mode = va_arg(more, mode_t);    \
        va_end(more);                   \
    }

int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return opened(folder, path, flags, mode); }

int close(int file) {
    if (file >= 0 && file < MOST_FILES) is_watched[file] = 0;
    return REAL(close)(file);
}

/* --- What is in a file --- */

ssize_t write(int file, const void *content, size_t length) {
    if (!is_ours_open(file)) return REAL(write)(file, content, length);
    BEGIN;
    step();
    ssize_t done = REAL(write)(file, content, length);
    if (done > 0) note('w', file, lseek(file, 0, SEEK_CUR) - done, content, (size_t)done, "");
    END;
    return done;
}

ssize_t writev(int file, const struct iovec *pieces, int count) {
    if (!is_ours_open(file)) return REAL(writev)(file, pieces, count);
    return count > 0 ? write(file, pieces[0].iov_base, pieces[0].iov_len) : 0;
}

ssize_t pwrite64(int file, const void *content, size_t length, off64_t at) {
    if (!is_ours_open(file)) return REAL(pwrite64)(file, content, length, at);
    BEGIN;
    step();
    ssize_t done = REAL(pwrite64)(file, content, length, at);
    if (done > 0) note('w', file, at, content, (size_t)done, "");
    END;
    return done;
}

ssize_t pwrite(int file, const void *content, size_t length, off_t at) { return pwrite64(file, content, length, at); }

/* As reading a piece and writing it. */
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    if (!is_ours_open(to)) return REAL(sendfile64)(to, from, at, length);
    char piece[65536];
    size_t most = length < sizeof piece ? length : sizeof piece;
    ssize_t found = at == NULL ? read(from, piece, most) : pread(from, piece, most, *at);
    if (found <= 0) return found;
    ssize_t done = write(to, piece, (size_t)found);
    if (at != NULL && done > 0) *at += done;
    return done;
}

ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *where, size_t length, unsigned flags) {
    if (!is_ours_open(to)) return REAL(copy_file_range)(from, at, to, where, length, flags);
    errno = ENOSYS;
    return -1;
}

int ftruncate64(int file, off64_t length) {
    if (!is_ours_open(file)) return REAL(ftruncate64)(file, length);
    BEGIN;
    step();
    int failed = REAL(ftruncate64)(file, length);
    if (!failed) note('t', file, length, "", 0, "");
    END;
    return failed;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

int truncate64(const char *path, off64_t length) {
    int file = open64(path, O_WRONLY);
    if (file < 0) return -1;
    int failed = ftruncate64(file, length);
    close(file);
    return failed;
}

static int synced(int file, int (*real)(int)) {
    if (!is_ours_open(file)) return real(file);
    BEGIN;
    step();
    int failed = real(file);
    if (!failed) note('s', file, 0, "", 0, "");
    END;
    return failed;
}

int fsync(int file) { return synced(file, REAL(fsync)); }
int fdatasync(int file) { return synced(file, REAL(fdatasync)); }

/* --- What is in a folder --- */

#define CHANGE(what, folder, path, folder2, path2, call)                        \
    char room[LONGEST], room2[LONGEST];                                         \
    const char *name = whole(folder, path, room), *name2 = whole(folder2, path2, room2); \
    if (!is_ours(name) && !is_ours(name2)) return call;                         \
    BEGIN;                                                                      \
    step();                                                                     \
    int failed = call;                                                          \
    if (!failed) note(what, -1, 0, name, strlen(name), name2);                  \
    END;                                                                        \
    return failed;

int renameat(int from, const char *path, int to, const char *new) {
    CHANGE('r', from, path, to, new, REAL(renameat)(from, path, to, new))
}
int rename(const char *path, const char *new) { return renameat(AT_FDCWD, path, AT_FDCWD, new); }
int linkat(int from, const char *path, int to, const char *new, int flags) {
    CHANGE('l', from, path, to, new, REAL(linkat)(from, path, to, new, flags))
}
int link(const char *path, const char *new) { return linkat(AT_FDCWD, path, AT_FDCWD, new, 0); }
int unlinkat(int folder, const char *path, int flags) {
    CHANGE('u', folder, path, folder, path, REAL(unlinkat)(folder, path, flags))
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int mkdirat(int folder, const char *path, mode_t mode) {
    CHANGE('m', folder, path, folder, path, REAL(mkdirat)(folder, path, mode))
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
