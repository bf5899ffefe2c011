using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Checks whether this computer receives its own broadcast.</summary>
internal static class EchoCheck
{
    public static Finding Of(Echo echo, int port) => echo switch
    {
        { Failure: { } failure } => Finding.Problem(
            DoctorNetworkTexts.CannotSend($"{echo.Target}", failure), DoctorNetworkTexts.LookAtVpns),
        { CameBack: true } => Finding.Ok(DoctorNetworkTexts.ComesBack($"{echo.Target}", port)),
        _ => Finding.Problem(DoctorNetworkTexts.DoesNotComeBack($"{echo.Target}", port)),
    };
}
