using QRCoder;

namespace LanChat.Cli;

/// <summary>QR codes drawn with half blocks, two modules to a character cell.</summary>
public static class TerminalQrCode
{
    /// <summary>
    /// The lines of the code, all of one width, with the quiet zone. The light modules are the
    /// foreground, so terminals with a dark background show it as it is.
    /// </summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        using var code = new AsciiQRCode(data);
        return code.GetGraphicSmall();
    }
}
