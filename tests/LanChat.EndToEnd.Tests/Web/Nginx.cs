using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>
/// nginx in front of a server's page, with HTTPS and below /chat/, configured as in docs/PROXY.md.
/// </summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private Nginx(DirectoryInfo folder, Process process, int port) =>
        (_folder, _process, Page) = (folder, process, new Uri($"https://localhost:{port}/chat/"));

    public Uri Page { get; }

    /// <summary>The path of nginx; null if it is not installed.</summary>
    public static string? Program { get; } =
        new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx" }.FirstOrDefault(File.Exists);

    public static async Task<Nginx> InFrontOf(Uri page)
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("lanchat-nginx-"), FreePort.Tcp());
        await MakeCertificate(folder);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nginx.conf"), Configuration(page, port));
        var process = Process.Start(
            new ProcessStartInfo(Program!, ["-p", folder.FullName, "-e", "error.log", "-c", "nginx.conf"]))!;
        var nginx = new Nginx(folder, process, port);
        await Eventually.Holds(() => nginx.IsListening(), () => "nginx does not listen");
        return nginx;
    }

    /// <summary>A browser at this address that accepts any certificate.</summary>
    public static HttpClient BrowserAt(IPAddress address) => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsListening()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Page.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task MakeCertificate(DirectoryInfo folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chat.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chat.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static string Configuration(Uri page, int port) =>
        $$"""
        daemon off;
        master_process off;
        pid nginx.pid;
        events {}
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxied;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            map $http_upgrade $connection_upgrade { default upgrade; '' close; }
            server {
                listen 127.0.0.1:{{port}} ssl;
                ssl_certificate chat.pem;
                ssl_certificate_key chat.key;
                location /chat/ {
                    proxy_pass http://{{page.Authority}}/;
                    proxy_http_version 1.1;
                    proxy_set_header X-Forwarded-Prefix /chat;
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_set_header Forwarded "";
                    proxy_set_header Upgrade $http_upgrade;
                    proxy_set_header Connection $connection_upgrade;
                    proxy_read_timeout 120s;
                    proxy_request_buffering off;
                    proxy_buffering off;
                    client_max_body_size 0;
                }
            }
        }
        """;
}
