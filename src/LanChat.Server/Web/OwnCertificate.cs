using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LanChat.Server.Web;

/// <summary>
/// A certificate nobody vouches for but the server's own banner, which shows its fingerprint. It is kept, so that whoever trusts it once does not
/// have to again.
/// </summary>
internal sealed class OwnCertificate
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // As long as browsers take one for, and made anew before its last month.
    private static readonly TimeSpan Life = TimeSpan.FromDays(397);
    private static readonly TimeSpan LastMonth = TimeSpan.FromDays(30);

    private OwnCertificate(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    /// <summary>SHA-256, as browsers show it.</summary>
    public string Fingerprint => string.Join(':', Certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => $"{part:X2}"));

    /// <summary>The certificate in a file, or a new one that is put there; without a file a new one.</summary>
    /// <param name="file">Where it is kept; null: nowhere.</param>
    /// <param name="hosts">The names the server goes by.</param>
    /// <param name="addresses">And its addresses.</param>
    /// <param name="now">What time it is.</param>
    public static OwnCertificate Open(string? file, IEnumerable<string> hosts, IEnumerable<IPAddress> addresses, DateTimeOffset now)
    {
        if (file is not null && File.Exists(file) && X509Certificate2.CreateFromPemFile(file) is var kept && kept.NotAfter - now.LocalDateTime > LastMonth)
            return new OwnCertificate(kept);
        var (made, key) = Make(hosts, addresses, now);
        if (file is not null) Keep(file, $"{made.ExportCertificatePem()}\n{key}\n");
        return new OwnCertificate(made);
    }

    private static (X509Certificate2 Certificate, string Key) Make(IEnumerable<string> hosts, IEnumerable<IPAddress> addresses, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=LanChat", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts) names.AddDnsName(host);
        foreach (var address in addresses) names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        return (request.CreateSelfSigned(now.AddDays(-1), now + Life), key.ExportPkcs8PrivateKeyPem());
    }

    private static void Keep(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }
}
