using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Does this computer hear what it sends to everybody?</summary>
internal static class EchoCheck
{
    public static Finding Of(Echo echo, int port) => echo switch
    {
        { Failure: { } failure } => Finding.Problem($"Nothing can be sent to {echo.Target}: {failure}.", "Look at the cable or the Wi-Fi, and at any VPN."),
        { CameBack: true } => Finding.Ok($"What is sent to {echo.Target}, port {port}, comes back."),
        _ => Finding.Problem($"What is sent to {echo.Target}, port {port}, does not come back: this computer shuts it out, and announcements with it."),
    };
}
