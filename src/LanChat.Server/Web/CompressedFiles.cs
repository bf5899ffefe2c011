using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace LanChat.Server.Web;

/// <summary>Files as Brotli (RFC 7932), each compressed once, when it is first asked for. ASP.NET's own middleware compresses for every request.</summary>
internal sealed class CompressedFiles(IFileProvider files) : IFileProvider
{
    private const string Brotli = "br";

    private readonly ConcurrentDictionary<string, IFileInfo> _compressed = new();

    /// <summary>Whether who asks takes Brotli.</summary>
    public static bool IsAccepted(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == Brotli && coding.Quality is not 0);

    /// <summary>Says in an answer's headers that its content is compressed.</summary>
    public static void Mark(IHeaderDictionary headers) => headers.ContentEncoding = Brotli;

    public IFileInfo GetFileInfo(string subpath) =>
        files.GetFileInfo(subpath) is { Exists: true } file ? _compressed.GetOrAdd(subpath, _ => new CompressedFile(file)) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class CompressedFile : IFileInfo
    {
        private readonly IFileInfo _file;
        private readonly byte[] _content;

        public CompressedFile(IFileInfo file)
        {
            _file = file;
            using var content = file.CreateReadStream();
            using var compressed = new MemoryStream();
            using (var compressing = new BrotliStream(compressed, CompressionLevel.Optimal)) content.CopyTo(compressing);
            _content = compressed.ToArray();
        }

        public bool Exists => true;

        public long Length => _content.Length;

        // In memory only, so that it is read by way of the stream.
        public string? PhysicalPath => null;

        public string Name => _file.Name;

        public DateTimeOffset LastModified => _file.LastModified;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(_content, writable: false);
    }
}
