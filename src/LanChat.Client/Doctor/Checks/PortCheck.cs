using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Checks whether the discovery port can be opened.</summary>
internal static class PortCheck
{
    public static Finding Of(PortUse use)
    {
        var holders = use.Holders.Count == 0 ? DoctorTexts.AnotherProgram : string.Join(", ", use.Holders);
        return use.State switch
        {
            PortState.Free => Finding.Ok(DoctorTexts.PortFree(use.Port)),
            PortState.Shared => Finding.Ok(DoctorTexts.PortShared(use.Port, holders)),
            PortState.Taken => Finding.Problem(DoctorTexts.PortTaken(use.Port, holders), DoctorTexts.EndThatProgram),
            _ => Finding.Problem(DoctorTexts.PortForbidden(use.Port), ForbiddenAdvice(use.Port)),
        };
    }

    private static string ForbiddenAdvice(int port) => OperatingSystem.IsWindows()
        ? "netsh interface ipv4 show excludedportrange protocol=udp"
        : port < 1024 ? DoctorTexts.PortOfTheAdministrator
        : DoctorTexts.ChooseAnotherPort;
}
