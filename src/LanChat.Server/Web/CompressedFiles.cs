using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace LanChat.Server.Web;

/// <summary>
/// Serves files compressed with Brotli (RFC 7932). Compresses each file once, on its first request;
/// ASP.NET's own middleware would compress it on every request.
/// </summary>
internal sealed class CompressedFiles(IFileProvider files) : IFileProvider
{
    /// <summary>The content coding of the files, as HTTP names it.</summary>
    public const string Encoding = "br";

    private readonly ConcurrentDictionary<string, IFileInfo> _compressed = new();

    /// <summary>Whether the client accepts Brotli.</summary>
    public static bool IsAccepted(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptEncoding
            .Any(coding => coding.Value == Encoding && coding.Quality is not 0);

    public IFileInfo GetFileInfo(string subpath) =>
        files.GetFileInfo(subpath) is { Exists: true } file
            ? _compressed.GetOrAdd(subpath, _ => new CompressedFile(file))
            : new NotFoundFileInfo(subpath);

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
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal)) content.CopyTo(brotli);
            _content = compressed.ToArray();
        }

        public bool Exists => true;

        public long Length => _content.Length;

        // There is no file on disk: ASP.NET reads CreateReadStream() then.
        public string? PhysicalPath => null;

        public string Name => _file.Name;

        public DateTimeOffset LastModified => _file.LastModified;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(_content, writable: false);
    }
}
