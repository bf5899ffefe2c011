using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LanChat.Server.Discovery;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Web;

/// <summary>The certificate that HTTPS is served with, if it is.</summary>
internal static class Certificates
{
    /// <summary>The one that is set; null when it is one of our own, or none.</summary>
    /// <exception cref="SettingsException">There is none in the file.</exception>
    public static X509Certificate2? Given(LayeredSettings layers, WebSettings settings) => settings.Https is "on" or ListenSettings.Off ? null : Load(layers, settings.Https);

    /// <summary>One of our own, kept beside the history; null when it is not wanted.</summary>
    public static OwnCertificate? Own(ServerSettings settings) => settings.Listen.Web is null || settings.Web.Https != "on" ? null : OwnCertificate.Open(
        FileOf(settings),
        new OwnHosts(settings.Web.Hosts).Names,
        OwnAddresses.All().Select(own => own.Address),
        TimeProvider.System.GetUtcNow());

    private static string? FileOf(ServerSettings settings) => settings.History.Durability != Durability.Memory && settings.Data.Folder is { } parent
        ? DataFolder.CertificateOf(parent, settings.Room.Name.Text)
        : null;

    private static X509Certificate2 Load(LayeredSettings layers, string file)
    {
        try
        {
            var isPem = X509Certificate2.GetCertContentType(file) == X509ContentType.Cert;
            return isPem ? X509Certificate2.CreateFromPemFile(file) : X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw layers.Wrong(WebSettings.HttpsKey, ServerTexts.NoCertificate(file, wrong.Message));
        }
    }
}
