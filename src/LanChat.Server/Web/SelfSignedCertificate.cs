using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LanChat.Server.Web;

/// <summary>
/// A self-signed certificate, stored in a file so that clients which trust it need not do so again.
/// The banner shows its fingerprint.
/// </summary>
internal sealed class SelfSignedCertificate
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // The maximum that browsers accept; replaced 30 days before it expires.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    private SelfSignedCertificate(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    /// <summary>The SHA-256 fingerprint, formatted as in browsers.</summary>
    public string Fingerprint =>
        string.Join(':', Certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => $"{part:X2}"));

    /// <summary>
    /// Loads the certificate from a file, or makes a new one and writes it there.
    /// </summary>
    /// <param name="file">The path; null: always a new one that is not stored.</param>
    /// <param name="hosts">The server's names.</param>
    /// <param name="addresses">The server's addresses.</param>
    /// <param name="now">The current time.</param>
    public static SelfSignedCertificate Open(
        string? file, IEnumerable<string> hosts, IEnumerable<IPAddress> addresses, DateTimeOffset now)
    {
        if (file is not null
            && File.Exists(file)
            && X509Certificate2.CreateFromPemFile(file) is var stored
            && stored.NotAfter - now.LocalDateTime > RenewBefore)
        {
            return new SelfSignedCertificate(stored);
        }

        var (created, key) = Create(hosts, addresses, now);
        if (file is not null) Write(file, $"{created.ExportCertificatePem()}\n{key}\n");
        return new SelfSignedCertificate(created);
    }

    private static (X509Certificate2 Certificate, string Key) Create(
        IEnumerable<string> hosts, IEnumerable<IPAddress> addresses, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=LanChat", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts) names.AddDnsName(host);
        foreach (var address in addresses) names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        return (request.CreateSelfSigned(now.AddDays(-1), now + Lifetime), key.ExportPkcs8PrivateKeyPem());
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }
}
